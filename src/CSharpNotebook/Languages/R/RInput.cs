using System.Collections;
using System.Globalization;
using Microsoft.Data.Analysis;

namespace CSharpNotebook.Languages.R;

/// <summary>
/// Turns values of .NET into values of R: a data frame into a data frame, plain values and sequences of them into vectors, dictionaries by
/// name into lists. Whole numbers beyond 32 bits become reals, times become <c>POSIXct</c> in UTC, null becomes <c>NA</c>.
/// </summary>
internal static class RInput
{
    /// <summary>The value for R.</summary>
    /// <exception cref="NotSupportedException">R has no corresponding value.</exception>
    public static RObject From(object? value) => value switch
    {
        null => RObject.Null,
        DataFrame frame => Frame(frame),
        double[,] matrix => Matrix(matrix),
        string text => RObject.Texts(text),
        IDictionary<string, object?> entries => RObject.Named(entries.Select(entry => (entry.Key, From(entry.Value)))),
        IEnumerable sequence => Vector([.. sequence.Cast<object?>()], ElementType(value.GetType()), value),
        _ => Vector([value], value.GetType(), value),
    };

    private static RObject Frame(DataFrame frame)
    {
        IEnumerable<(string, RObject)> columns = frame.Columns.Select(column =>
        {
            object?[] values = new object?[column.Length];
            for (long index = 0; index < values.Length; index++)
            {
                values[index] = column[index];
            }

            return (column.Name, Vector(values, column.DataType, column));
        });
        return RObject.Named(columns)
            .With("class", RObject.Texts("data.frame"))
            // The short form of the row names 1, 2, ..., n.
            .With("row.names", new RObject(RKind.Integer, (int[])[RObject.MissingInteger, checked((int)-frame.Rows.Count)]));
    }

    private static RObject Matrix(double[,] matrix)
    {
        int rows = matrix.GetLength(0);
        double[] byColumn = new double[matrix.Length];
        for (int index = 0; index < byColumn.Length; index++)
        {
            byColumn[index] = matrix[index % rows, index / rows];
        }

        return new RObject(RKind.Real, byColumn).With("dim", new RObject(RKind.Integer, (int[])[rows, matrix.GetLength(1)]));
    }

    private static RObject Vector(object?[] values, Type type, object origin)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(object))
        {
            type = values.FirstOrDefault(value => value is not null)?.GetType() ?? typeof(object);
        }

        switch (Type.GetTypeCode(type))
        {
            case TypeCode.Boolean:
                return new RObject(
                    RKind.Logical, values.Select(value => value is bool flag ? (flag ? 1 : 0) : RObject.MissingInteger).ToArray());
            case TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32:
            case TypeCode.UInt32 or TypeCode.Int64 or TypeCode.UInt64 when values.All(FitsInteger):
                return new RObject(RKind.Integer, values.Select(
                    value => value is null ? RObject.MissingInteger : Convert.ToInt32(value, CultureInfo.InvariantCulture)).ToArray());
            case TypeCode.UInt32 or TypeCode.Int64 or TypeCode.UInt64 or TypeCode.Single or TypeCode.Double or TypeCode.Decimal:
                return new RObject(RKind.Real, values.Select(
                    value => value is null ? RObject.MissingReal : Convert.ToDouble(value, CultureInfo.InvariantCulture)).ToArray());
            case TypeCode.String or TypeCode.Char:
                return new RObject(RKind.Text, values.Select(value => value?.ToString()).ToArray());
            case TypeCode.DateTime:
                return new RObject(RKind.Real, values.Select(
                    value => value is DateTime time ? (time - DateTime.UnixEpoch).TotalSeconds : RObject.MissingReal).ToArray())
                    .With("class", RObject.Texts("POSIXct", "POSIXt"))
                    .With("tzone", RObject.Texts("UTC"));
            case TypeCode.Object when type == typeof(object) && values.All(value => value is null):
                return new RObject(RKind.Logical, values.Select(_ => RObject.MissingInteger).ToArray());
            default:
                throw new NotSupportedException($"R has no value for a {origin.GetType().Name} of {type.Name}.");
        }
    }

    /// <summary>R uses the least 32-bit integer for a missing value.</summary>
    private static bool FitsInteger(object? value) =>
        value is null || Convert.ToDecimal(value, CultureInfo.InvariantCulture) is > RObject.MissingInteger and <= int.MaxValue;

    private static Type ElementType(Type type) =>
        type.GetInterfaces()
            .Append(type)
            .FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0]
        ?? typeof(object);
}
