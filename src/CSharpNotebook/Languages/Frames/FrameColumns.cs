using System.Collections;
using System.Globalization;
using System.Numerics;
using Microsoft.Data.Analysis;

namespace CSharpNotebook.Languages.Frames;

/// <summary>Makes the columns of data frames from values of one type and nulls.</summary>
internal static class FrameColumns
{
    /// <summary>
    /// A column of the type of the values; a type for which data frames have no column becomes text. Whole numbers without a limit become
    /// the narrowest of <see cref="long"/>, <see cref="decimal"/> and text that can represent them all.
    /// </summary>
    /// <param name="name">The name of the column.</param>
    /// <param name="type">The type of the values.</param>
    /// <param name="values">The values, null where there is none.</param>
    public static DataFrameColumn Create(string name, Type type, IReadOnlyList<object?> values)
    {
        if (type == typeof(BigInteger))
        {
            (type, values) = Narrow(values);
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => new BooleanDataFrameColumn(name, values.Cast<bool?>()),
            TypeCode.SByte => new SByteDataFrameColumn(name, values.Cast<sbyte?>()),
            TypeCode.Int16 => new Int16DataFrameColumn(name, values.Cast<short?>()),
            TypeCode.Int32 => new Int32DataFrameColumn(name, values.Cast<int?>()),
            TypeCode.Int64 => new Int64DataFrameColumn(name, values.Cast<long?>()),
            TypeCode.Byte => new ByteDataFrameColumn(name, values.Cast<byte?>()),
            TypeCode.UInt16 => new UInt16DataFrameColumn(name, values.Cast<ushort?>()),
            TypeCode.UInt32 => new UInt32DataFrameColumn(name, values.Cast<uint?>()),
            TypeCode.UInt64 => new UInt64DataFrameColumn(name, values.Cast<ulong?>()),
            TypeCode.Single => new SingleDataFrameColumn(name, values.Cast<float?>()),
            TypeCode.Double => new DoubleDataFrameColumn(name, values.Cast<double?>()),
            TypeCode.Decimal => new DecimalDataFrameColumn(name, values.Cast<decimal?>()),
            TypeCode.DateTime => new DateTimeDataFrameColumn(name, values.Cast<DateTime?>()),
            _ when type == typeof(DateOnly) =>
                new DateTimeDataFrameColumn(name, values.Select(value => ((DateOnly?)value)?.ToDateTime(TimeOnly.MinValue))),
            _ when type == typeof(DateTimeOffset) =>
                new DateTimeDataFrameColumn(name, values.Select(value => ((DateTimeOffset?)value)?.UtcDateTime)),
            _ => new StringDataFrameColumn(name, values.Select(value => value is null ? null : Text(value))),
        };
    }

    /// <summary>Makes names unique, as DuckDB does: the second <c>a</c> is <c>a_1</c>.</summary>
    public static IEnumerable<string> Distinct(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            string unique = name;
            for (int number = 1; !seen.Add(unique); number++)
            {
                unique = string.Create(CultureInfo.InvariantCulture, $"{name}_{number}");
            }

            yield return unique;
        }
    }

    private static (Type, IReadOnlyList<object?>) Narrow(IReadOnlyList<object?> values)
    {
        if (values.All(value => value is not BigInteger number || number >= long.MinValue && number <= long.MaxValue))
        {
            return (typeof(long), [.. values.Select(value => value is BigInteger number ? (object)(long)number : null)]);
        }

        if (values.All(
            value => value is not BigInteger number || number >= (BigInteger)decimal.MinValue && number <= (BigInteger)decimal.MaxValue))
        {
            return (typeof(decimal), [.. values.Select(value => value is BigInteger number ? (object)(decimal)number : null)]);
        }

        return (typeof(string), values);
    }

    private static string Text(object value) => value switch
    {
        string text => text,
        IDictionary pairs =>
            $"{{{string.Join(", ", pairs.Keys.Cast<object>().Select(key => $"{Text(key)}: {Text(pairs[key] ?? "NULL")}"))}}}",
        Stream bytes => Convert.ToHexString(Read(bytes)),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(item => Text(item ?? "NULL")))}]",
        TimeOnly time => time.ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static byte[] Read(Stream stream)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
