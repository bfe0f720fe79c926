using System.Text;
using Apache.Arrow;
using Apache.Arrow.Types;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>Reads a column of an Arrow file out of all its batches.</summary>
internal static class ArrowColumn
{
    /// <summary>Reads a column.</summary>
    /// <returns><see langword="null"/> where a frame has no such type.</returns>
    public static DataFrameColumn? Read(Field field, IArrowArray[] parts) => field.DataType switch
    {
        DictionaryType { ValueType: StringType or LargeStringType or StringViewType } => Factor(field.Name, parts),
        StringType or LargeStringType or StringViewType => new StringDataFrameColumn(
            field.Name, parts.SelectMany(part => Enumerable.Range(0, part.Length).Select(row => TextAt(part, row)))),
        BooleanType => Plain<bool>(field.Name, parts, (part, row) => ((BooleanArray)part).GetValue(row)),
        Int8Type => Plain<int>(field.Name, parts, (part, row) => ((Int8Array)part).GetValue(row)),
        Int16Type => Plain<int>(field.Name, parts, (part, row) => ((Int16Array)part).GetValue(row)),
        Int32Type => Plain<int>(field.Name, parts, (part, row) => ((Int32Array)part).GetValue(row)),
        UInt8Type => Plain<int>(field.Name, parts, (part, row) => ((UInt8Array)part).GetValue(row)),
        UInt16Type => Plain<int>(field.Name, parts, (part, row) => ((UInt16Array)part).GetValue(row)),
        UInt32Type => Plain<long>(field.Name, parts, (part, row) => ((UInt32Array)part).GetValue(row)),
        Int64Type => Plain<long>(field.Name, parts, (part, row) => ((Int64Array)part).GetValue(row)),
        UInt64Type => Plain<double>(field.Name, parts, (part, row) => ((UInt64Array)part).GetValue(row)),
        HalfFloatType => Plain<double>(field.Name, parts, (part, row) => (double?)((HalfFloatArray)part).GetValue(row)),
        FloatType => Plain<double>(field.Name, parts, (part, row) => ((FloatArray)part).GetValue(row)),
        DoubleType => Plain<double>(field.Name, parts, (part, row) => ((DoubleArray)part).GetValue(row)),
        Decimal128Type => Plain<double>(field.Name, parts, (part, row) => (double?)((Decimal128Array)part).GetValue(row)),
        Date32Type => Plain<DateTime>(field.Name, parts, (part, row) => ((Date32Array)part).GetDateTime(row)),
        Date64Type => Plain<DateTime>(field.Name, parts, (part, row) => ((Date64Array)part).GetDateTime(row)),
        TimestampType => Plain<DateTime>(field.Name, parts, (part, row) => ((TimestampArray)part).GetTimestamp(row)?.UtcDateTime),
        _ => null,
    };

    // By bytes within their bounds: GetString reads beyond them where a file is damaged.
    private static string? TextAt(IArrowArray part, int row) => ((Apache.Arrow.Array)part).IsNull(row) ? null : part switch
    {
        StringArray texts => Encoding.UTF8.GetString(texts.GetBytes(row)),
        LargeStringArray texts => Encoding.UTF8.GetString(texts.GetBytes(row)),
        StringViewArray texts => Encoding.UTF8.GetString(texts.GetBytes(row)),
        _ => null,
    };

    // The batches of a file may each have a dictionary of their own.
    private static FactorColumn Factor(string name, IArrowArray[] parts)
    {
        List<string> levels = [];
        List<string?> values = [];
        foreach (DictionaryArray part in parts.Cast<DictionaryArray>())
        {
            string?[] words = [.. Enumerable.Range(0, part.Dictionary.Length).Select(row => TextAt(part.Dictionary, row))];
            levels.AddRange(words.OfType<string>().Except(levels).ToArray());
            for (int row = 0; row < part.Length; row++)
            {
                values.Add(CodeAt(part.Indices, row) is { } code ? words[code] : null);
            }
        }

        return new FactorColumn(name, values, levels);
    }

    private static int? CodeAt(IArrowArray codes, int row) => codes switch
    {
        Int8Array small => small.GetValue(row),
        UInt8Array small => small.GetValue(row),
        Int16Array middle => middle.GetValue(row),
        UInt16Array middle => middle.GetValue(row),
        Int32Array whole => whole.GetValue(row),
        UInt32Array whole => (int?)whole.GetValue(row),
        Int64Array wide => (int?)wide.GetValue(row),
        UInt64Array wide => (int?)wide.GetValue(row),
        _ => null,
    };

    private static DataFrameColumn Plain<T>(string name, IArrowArray[] parts, Func<IArrowArray, int, T?> cell)
        where T : unmanaged
    {
        var values = new T[parts.Sum(part => part.Length)];
        var presence = new CellPresence(values.Length);
        int at = 0;
        foreach (IArrowArray part in parts)
        {
            for (int row = 0; row < part.Length; row++, at++)
            {
                if (cell(part, row) is { } value)
                {
                    values[at] = value;
                }
                else
                {
                    presence.Remove(at);
                }
            }
        }

        return presence.ToColumn(name, values);
    }
}
