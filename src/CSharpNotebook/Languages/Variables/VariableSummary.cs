using System.Collections;
using System.Globalization;
using System.Reflection;
using CSharpNotebook.Cells;
using CSharpNotebook.Display.Tables;
using CSharpNotebook.Engine;
using Microsoft.DotNet.Interactive.Formatting;
using ValueText = CSharpNotebook.Display.Tables.CellText;

namespace CSharpNotebook.Languages.Variables;

/// <summary>
/// A variable in one line: name, type, size and the beginning of the value. A sequence that is computed when it is read is not read: it may
/// be endless, or do something.
/// </summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type, as a reader writes it.</param>
/// <param name="Size">Rows and columns of a frame, the number of values or characters; empty for what has no size.</param>
/// <param name="Value">The beginning of the value, in one line.</param>
/// <param name="Rows">The first rows of a value that is a table; null for others.</param>
internal sealed record VariableSummary(string Name, string Type, string Size, string Value, ValueTable? Rows)
{
    private const int LongestValue = 80;
    private const int MostValues = 20;

    /// <summary>Describes a variable. One whose value cannot be shown does not prevent the others.</summary>
    public static VariableSummary Of(SessionVariable variable)
    {
        Type type = variable.Value?.GetType() ?? variable.Type;
        string name = variable.Name, typeName = TypeNames.Short(variable.Type);
        try
        {
            ValueTable? rows = variable.Value is not null && IsStoredTable(variable.Value, type) ? TableReader.Read(variable.Value) : null;
            return rows is null
                ? new VariableSummary(name, typeName, SizeOf(variable.Value), Shorten(Text(variable.Value)), null)
                : new VariableSummary(name, typeName, SizeOf(rows), Shorten(Text(rows)), rows);
        }
        catch (Exception exception)
        {
            // The properties and methods of a user's type are read by reflection.
            Exception cause = exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
            return new VariableSummary(name, typeName, "", $"({cause.GetType().Name})", null);
        }
    }

    private static bool IsStoredTable(object value, Type type) =>
        TableReader.IsTable(type) && (value is not IEnumerable || Count(value) is not null);

    private static string SizeOf(ValueTable table) =>
        string.Create(CultureInfo.InvariantCulture, $"{table.Rows} \u00D7 {table.Columns.Length}");

    private static string SizeOf(object? value) => value switch
    {
        string text => text.Length.ToString(CultureInfo.InvariantCulture),
        Array { Rank: > 1 } array => string.Join(" \u00D7 ", Enumerable.Range(0, array.Rank).Select(array.GetLength)),
        _ => Count(value)?.ToString(CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>The number of values in a collection; null for a sequence that is computed, and for other values.</summary>
    private static int? Count(object? value) => value switch
    {
        ICollection collection => collection.Count,
        IEnumerable => value.GetType().GetInterfaces()
            .FirstOrDefault(type => type.IsGenericType
                && (type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>)
                    || type.GetGenericTypeDefinition() == typeof(ICollection<>)))
            ?.GetProperty("Count")!.GetValue(value) as int?,
        _ => null,
    };

    private static string Text(ValueTable table) => string.Join(
        "; ", table.Columns.Select(column => $"{column.Name}: {string.Join(", ", column.Cells.Take(3))}{(table.Rows > 3 ? ", ..." : "")}"));

    private static string Text(object? value) => value switch
    {
        null or string or IFormattable => ValueText.Of(value),
        IEnumerable items when Count(value) is not null => ValueText.Of(items.Cast<object?>().Take(MostValues + 1).ToArray()),
        IEnumerable => "(computed when it is read)",
        _ when ValueText.IsAnonymous(value.GetType()) || SaysItself(value.GetType()) => ValueText.Of(value),
        _ => value.ToDisplayString(PlainTextFormatter.MimeType),
    };

    private static bool SaysItself(Type type)
    {
        Type? declaring = type.GetMethod("ToString", System.Type.EmptyTypes)?.DeclaringType;
        return declaring != typeof(object) && declaring != typeof(ValueType);
    }

    private static string Shorten(string text)
    {
        string line = string.Join(
            ' ', text[..Math.Min(text.Length, 50 * LongestValue)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestValue ? line : line[..(LongestValue - 3)] + "...";
    }
}
