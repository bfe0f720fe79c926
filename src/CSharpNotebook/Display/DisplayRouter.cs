using System.Reflection;
using System.Runtime.CompilerServices;
using CSharpNotebook.Cells;
using CSharpNotebook.Format;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace CSharpNotebook.Display;

/// <summary>
/// Brings what is shown by the formatting library's own extensions to the running cell: compiled packages call them, and F# cells.
/// </summary>
/// <remarks>
/// The library tells of one handle and gives the caller another, so an update comes from a handle that nobody has seen. What it keeps
/// through an update are its MIME types, the very strings; so one of them is replaced by a copy that stands for the display.
/// </remarks>
internal static class DisplayRouter
{
    // The library has one list of listeners for the process, and writes to the console where there is none.
    private static readonly IDisposable Subscription = Formatter.SubscribeToDisplayedValues(Show);
    private static readonly ConditionalWeakTable<string, ShownValue> Displays = [];

    private static readonly FieldInfo Listeners =
        typeof(Formatter).GetField("OnFormatterEvent", BindingFlags.Static | BindingFlags.NonPublic)
            ?? throw new MissingFieldException(nameof(Formatter), "OnFormatterEvent");

    /// <summary>Listens from the first call on.</summary>
    public static void Install() => _ = Subscription;

    /// <summary>
    /// Removes other listeners: a package that uses .NET Interactive itself brings a second host, which writes to the console all that is
    /// shown.
    /// </summary>
    public static void StayAlone() => Listeners.SetValue(null, (Action<DisplayedValue>)Show);

    private static void Show(DisplayedValue shown)
    {
        if (shown is ShownValue own || Displays.TryGetValue(shown.FormattedValues[0].MimeType, out own!))
        {
            own.Update(shown.Value);
        }
        else if (CellOutputSink.Current is { } sink)
        {
            bool isDefault = Formatter.GetPreferredMimeTypesFor(shown.Value?.GetType()).ToHashSet()
                .SetEquals(shown.FormattedValues.Select(form => form.MimeType));
            MimeBundle bundle = BundleOf(shown, isDefault);
            ref string first = ref MimeTypeOf(shown.FormattedValues[0]);
            first = new string(first.AsSpan());
            string id = sink.AddDisplay(bundle);
            Displays.Add(first, new ShownValue(shown.Value, bundle, sink, id, isDefault ? [] : [.. bundle.Keys]));
        }
        else
        {
            Formatter.WriteToConsole(shown);
        }
    }

    /// <summary>What was made of the value; with plain text, as all has here, unless other types than the default were chosen.</summary>
    private static MimeBundle BundleOf(DisplayedValue shown, bool isDefault)
    {
        MimeBundle bundle = MimeBundle.Empty;
        foreach (FormattedValue form in shown.FormattedValues)
        {
            bundle = bundle.With(form.MimeType, form.Value.ReplaceLineEndings("\n"));
        }

        return isDefault && !bundle.ContainsKey(PlainTextFormatter.MimeType)
            ? bundle.With(PlainTextFormatter.MimeType, ResultFormatter.Format(shown.Value, [PlainTextFormatter.MimeType]).Values.First())
            : bundle;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<MimeType>k__BackingField")]
    private static extern ref string MimeTypeOf(FormattedValue form);
}
