using System.Collections.Immutable;
using CSharpNotebook.Display.Tables;
using CSharpNotebook.Format;
using Microsoft.DotNet.Interactive.Formatting;

namespace CSharpNotebook.Display;

/// <summary>
/// Formats a value as a bundle: the MIME types preferred for its type (HTML, unless registered otherwise; text alone for strings),
/// every MIME type with a formatter registered for the value's own type, or if there is none for a matching type, and plain text
/// always. Tables (<see cref="TableReader"/>), anonymous types and formulas are shown by this host where nothing is registered for them.
/// </summary>
internal static class ResultFormatter
{
    private const string Summary = "text/plain+summary";

    public static MimeBundle Format(object? value)
    {
        Type type = value?.GetType() ?? typeof(object);
        // The first look-up also registers the formatters that a type declares by an attribute.
        IEnumerable<string> preferred = Formatter.GetPreferredMimeTypesFor(type);
        ITypeFormatter[] fitting =
            [.. Formatter.RegisteredFormatters(includeDefaults: false)
                .Where(formatter => formatter.MimeType != Summary && Fits(formatter.Type, type))];

        // Formatters for the type itself have priority over those for its bases and interfaces.
        ITypeFormatter[] own = [.. fitting.Where(formatter => formatter.Type == type)];
        IEnumerable<string> registered = (own.Length > 0 ? own : fitting).Select(formatter => formatter.MimeType);

        // A preferred type without any formatter would make the formatting library recurse infinitely.
        return Format(value, preferred.Where(mimeType => CanFormat(type, mimeType)).Concat(registered).Append(PlainTextFormatter.MimeType)
            .Distinct());
    }

    public static MimeBundle Format(object? value, ImmutableArray<string> mimeTypes)
    {
        if (mimeTypes.IsDefaultOrEmpty)
        {
            return Format(value);
        }

        Type type = value?.GetType() ?? typeof(object);
        foreach (string mimeType in mimeTypes)
        {
            if (!CanFormat(type, mimeType))
            {
                throw new ArgumentException($"There is no formatter for {type} as {mimeType}; register one with Formatter.Register.");
            }
        }
        return Format(value, mimeTypes.Distinct());
    }

    private static MimeBundle Format(object? value, IEnumerable<string> mimeTypes)
    {
        MimeBundle bundle = MimeBundle.Empty;
        Type type = value?.GetType() ?? typeof(object);

        // Read once, because a sequence may do something whenever it is read.
        var table = new Lazy<ValueTable?>(() => TableReader.IsTable(type) ? TableReader.Read(value!) : null);
        foreach (string mimeType in mimeTypes)
        {
            string text = Own(value, type, mimeType, table) ?? value.ToDisplayString(mimeType);
            bundle = bundle.With(mimeType, text.ReplaceLineEndings("\n"));
        }

        return bundle;
    }

    /// <summary>A value as this host shows it; null when the formatting library does.</summary>
    private static string? Own(object? value, Type type, string mimeType, Lazy<ValueTable?> table)
    {
        bool isText = mimeType == PlainTextFormatter.MimeType;
        Func<string?>? own = value switch
        {
            LaTeXString when isText => value.ToString,
            _ when isText && CellText.IsAnonymous(type) => () => CellText.Of(value),
            _ when isText && TableReader.IsTable(type) => () => table.Value!.ToText(),
            _ when mimeType == HtmlFormatter.MimeType && TableReader.IsTable(type) => () => table.Value!.ToHtml(),
            _ => null,
        };
        bool isRegistered = own is not null && Formatter.RegisteredFormatters(includeDefaults: false)
            .Any(formatter => formatter.MimeType == mimeType && Fits(formatter.Type, type));
        return isRegistered ? null : own?.Invoke();
    }

    private static bool CanFormat(Type type, string mimeType) =>
        Formatter.RegisteredFormatters(includeDefaults: true)
            .Any(formatter => formatter.MimeType == mimeType && Fits(formatter.Type, type));

    /// <summary>
    /// Whether a formatter for one type applies to another: the type itself, a base, an interface, or an open generic of these.
    /// </summary>
    private static bool Fits(Type formatted, Type type)
    {
        if (formatted.IsAssignableFrom(type))
        {
            return true;
        }

        if (!formatted.IsGenericTypeDefinition)
        {
            return false;
        }

        if (type.GetInterfaces().Any(IsOfThatGeneric))
        {
            return true;
        }

        for (Type? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (IsOfThatGeneric(ancestor))
            {
                return true;
            }
        }
        return false;

        bool IsOfThatGeneric(Type candidate) => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == formatted;
    }
}
