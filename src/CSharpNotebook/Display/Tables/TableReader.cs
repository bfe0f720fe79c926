using System.Collections;
using System.Reflection;

namespace CSharpNotebook.Display.Tables;

/// <summary>
/// Recognises values that are tables: sequences of one anonymous type, and the data frames of Microsoft.Data.Analysis by the name of their
/// type, since a notebook may have loaded another version of that package than the host carries.
/// </summary>
internal static class TableReader
{
    private const string Frame = "Microsoft.Data.Analysis.DataFrame";
    private const string FrameColumn = "Microsoft.Data.Analysis.DataFrameColumn";

    /// <summary>Whether the values of a type are read as tables.</summary>
    public static bool IsTable(Type type) => Base(type, Frame) is not null || AnonymousItem(type) is not null;

    /// <summary>Reads the first rows of a table.</summary>
    public static ValueTable Read(object value) => Base(value.GetType(), Frame) is { } frame
        ? OfFrame(value, frame)
        : Read((IEnumerable)value, AnonymousItem(value.GetType())!);

    /// <summary>Reads the first rows of a sequence: a column for each property and field of its values, or one for the values.</summary>
    public static ValueTable Read(IEnumerable items, Type item)
    {
        // A sequence that is computed may be endless, so that no more of it is read than is shown, and one to know whether there is more.
        object?[] first = [.. items.Cast<object?>().Take(ValueTable.ShownRows + 1)];
        object?[] shown = [.. first.Take(ValueTable.ShownRows)];
        bool isPlain = item == typeof(object) || item == typeof(string) || typeof(IFormattable).IsAssignableFrom(item)
            || Nullable.GetUnderlyingType(item) is not null || typeof(IEnumerable).IsAssignableFrom(item);
        PropertyInfo[] members = isPlain ? [] : [.. CellText.Members(item).Where(member => member.GetIndexParameters().Length == 0)];
        FieldInfo[] fields = isPlain ? [] : item.GetFields(BindingFlags.Public | BindingFlags.Instance);
        IEnumerable<ValueColumn> columns = members.Select(member => Column(member.Name, member.PropertyType, member.GetValue))
            .Concat(fields.Select(field => Column(field.Name, field.FieldType, field.GetValue)));
        return new ValueTable(
            members.Length + fields.Length == 0 ? [Column("value", item, row => row)] : [.. columns],
            items is ICollection all ? all.Count : first.Length > ValueTable.ShownRows ? null : first.Length);

        ValueColumn Column(string name, Type type, Func<object, object?> read) =>
            new(name, type, [.. shown.Select(row => row is null ? "" : CellText.Of(read(row)))]);
    }

    private static ValueTable OfFrame(object value, Type frame)
    {
        object[] columns = [.. ((IEnumerable)frame.GetProperty("Columns")!.GetValue(value)!).Cast<object>()];
        Type column = columns.Length > 0 ? Base(columns[0].GetType(), FrameColumn)! : typeof(object);
        PropertyInfo? item = column.GetProperty("Item", [typeof(long)]);
        PropertyInfo? length = column.GetProperty("Length");
        long rows = columns.Length > 0 ? (long)length!.GetValue(columns[0])! : 0;
        return new ValueTable(
            [.. columns.Select(each => new ValueColumn(
                (string)column.GetProperty("Name")!.GetValue(each)!,
                (Type)column.GetProperty("DataType")!.GetValue(each)!,
                [.. Enumerable.Range(0, (int)Math.Min(rows, ValueTable.ShownRows)).Select(
                    row => CellText.Of(item!.GetValue(each, [(long)row])))]))],
            rows);
    }

    /// <summary>The anonymous type of which a type is a sequence; null when it is none.</summary>
    private static Type? AnonymousItem(Type type) => type.GetInterfaces().Append(type)
        .Where(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        .Select(candidate => candidate.GetGenericArguments()[0])
        .FirstOrDefault(item => CellText.IsAnonymous(item) && CellText.Members(item).Length > 0);

    private static Type? Base(Type type, string name)
    {
        Type? candidate = type;
        while (candidate is not null && candidate.FullName != name)
        {
            candidate = candidate.BaseType;
        }

        return candidate;
    }
}
