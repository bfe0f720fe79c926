using System.Globalization;
using CSharpNotebook.Languages.Frames;
using Microsoft.Data.Analysis;

namespace CSharpNotebook.Languages.R;

/// <summary>
/// Turns values of R into values of .NET: a data frame into a data frame, a vector of one element into that element, a longer one into an
/// array (of nullable elements where one is missing), a matrix of numbers into <c>double[,]</c>, a list with names into a dictionary.
/// Factors become texts, dates and times <see cref="DateTime"/> (in UTC), NA becomes null and NaN stays NaN.
/// </summary>
internal static class ROutput
{
    public static object? From(RObject value)
    {
        if (value.Kind == RKind.Null)
        {
            return null;
        }

        if (value.IsA("data.frame"))
        {
            return Frame(value);
        }

        if (value.Data is RObject[] items)
        {
            string?[] names = value.Texts("names");
            return names.Length == 0
                ? items.Select(From).ToArray()
                : names.Zip(items).ToDictionary(pair => pair.First ?? "", pair => From(pair.Second), StringComparer.Ordinal);
        }
        if (value.Attributes.TryGetValue("dim", out RObject? dimensions)
            && dimensions.Data is int[] { Length: 2 } size
            && value.Kind is RKind.Real or RKind.Integer)
        {
            return Matrix(value, size[0], size[1]);
        }

        (Type type, object?[] elements) = Elements(value);
        if (elements.Length == 1)
        {
            return elements[0];
        }

        Type elementType = type.IsValueType && elements.Contains(null) ? typeof(Nullable<>).MakeGenericType(type) : type;
        var array = Array.CreateInstance(elementType, elements.Length);
        for (int index = 0; index < elements.Length; index++)
        {
            array.SetValue(elements[index], index);
        }

        return array;
    }

    private static DataFrame Frame(RObject value)
    {
        var columns = new List<(string Name, Type Type, object?[] Values)>();
        // Row names that are texts are data; plain row numbers are not.
        if (value.Texts("row.names") is { Length: > 0 } rows)
        {
            columns.Add(("row.names", typeof(string), [.. rows]));
        }

        foreach ((string? name, RObject column) in value.Texts("names").Zip((RObject[])value.Data))
        {
            bool isList = column.Kind == RKind.List;
            if (isList || column.Attributes.ContainsKey("dim"))
            {
                throw new NotSupportedException($"the column {name} is a {(isList ? "list" : "matrix")}; a vector was expected");
            }

            (Type type, object?[] values) = Elements(column);
            columns.Add((name ?? "NA", type, values));
        }
        string[] names = [.. FrameColumns.Distinct(columns.Select(column => column.Name))];
        return new DataFrame(columns.Select((column, index) => FrameColumns.Create(names[index], column.Type, column.Values)));
    }

    private static double[,] Matrix(RObject value, int rows, int columns)
    {
        double[,] matrix = new double[rows, columns];
        for (int index = 0; index < value.Data.Length; index++)
        {
            matrix[index % rows, index / rows] = value.Data switch
            {
                double[] reals => reals[index],
                int[] integers when integers[index] != RObject.MissingInteger => integers[index],
                _ => double.NaN,
            };
        }
        return matrix;
    }

    private static (Type Type, object?[] Elements) Elements(RObject value) => value.Data switch
    {
        int[] codes when value.IsA("factor") =>
            (typeof(string), [.. codes.Select(code => code == RObject.MissingInteger ? null : value.Texts("levels")[code - 1])]),
        int[] flags when value.Kind == RKind.Logical =>
            (typeof(bool), [.. flags.Select(flag => flag == RObject.MissingInteger ? null : (object)(flag != 0))]),
        int[] days when value.IsA("Date") =>
            (typeof(DateTime), [.. days.Select(day => day == RObject.MissingInteger ? null : (object)DateTime.UnixEpoch.AddDays(day))]),
        int[] integers => (typeof(int), [.. integers.Select(integer => integer == RObject.MissingInteger ? null : (object)integer)]),
        double[] days when value.IsA("Date") => (typeof(DateTime), Times(days, TimeSpan.TicksPerDay)),
        double[] seconds when value.IsA("POSIXct") => (typeof(DateTime), Times(seconds, TimeSpan.TicksPerSecond)),
        // The package bit64 stores its integers in the bits of reals.
        double[] longs when value.IsA("integer64") =>
            (typeof(long), [.. longs.Select(BitConverter.DoubleToInt64Bits)
                .Select(number => number == long.MinValue ? null : (object)number)]),
        double[] reals => (typeof(double), [.. reals.Select(real => RObject.IsMissing(real) ? null : (object)real)]),
        string?[] texts => (typeof(string), [.. texts]),
        _ => throw new NotSupportedException(
            string.Create(CultureInfo.InvariantCulture, $"R's values of kind {value.Kind} have no counterpart")),
    };

    private static object?[] Times(double[] values, long ticks) =>
        [.. values.Select(value => double.IsFinite(value) ? (object)DateTime.UnixEpoch.AddTicks((long)Math.Round(value * ticks)) : null)];
}
