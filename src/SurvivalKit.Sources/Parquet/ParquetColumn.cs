using global::ParquetSharp;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>Reads a column of a Parquet file out of all its groups of rows.</summary>
/// <param name="file">The file.</param>
/// <param name="place">The place of the column.</param>
/// <param name="name">Its name.</param>
/// <param name="rows">The number of rows.</param>
internal sealed class ParquetColumn(ParquetFileReader file, int place, string name, int rows)
{
    private const int Batch = 1 << 14;

    /// <summary>Reads the column.</summary>
    /// <returns><see langword="null"/> where a frame has no such type.</returns>
    public DataFrameColumn? Read()
    {
        (_, _, Type type) = file.FileMetaData.Schema.Column(place).GetSystemTypes(LogicalTypeFactory.Default, null);
        Type cell = Nullable.GetUnderlyingType(type) ?? type;
        bool mayMiss = cell != type;
        return cell == typeof(string) ? Texts<string>(text => text)
            : cell == typeof(Guid) ? mayMiss ? Texts<Guid?>(id => id?.ToString()) : Texts<Guid>(id => id.ToString())
            : cell == typeof(double) ? Values<double, double>(mayMiss, value => value)
            : cell == typeof(float) ? Values<float, double>(mayMiss, value => value)
            : cell == typeof(Half) ? Values<Half, double>(mayMiss, value => (double)value)
            : cell == typeof(decimal) ? Values<decimal, double>(mayMiss, value => (double)value)
            : cell == typeof(int) ? Values<int, int>(mayMiss, value => value)
            : cell == typeof(short) ? Values<short, int>(mayMiss, value => value)
            : cell == typeof(ushort) ? Values<ushort, int>(mayMiss, value => value)
            : cell == typeof(sbyte) ? Values<sbyte, int>(mayMiss, value => value)
            : cell == typeof(byte) ? Values<byte, int>(mayMiss, value => value)
            : cell == typeof(long) ? Values<long, long>(mayMiss, value => value)
            : cell == typeof(uint) ? Values<uint, long>(mayMiss, value => value)
            : cell == typeof(ulong) ? Values<ulong, double>(mayMiss, value => value)
            : cell == typeof(bool) ? Values<bool, bool>(mayMiss, value => value)
            : cell == typeof(TimeSpan) ? Values<TimeSpan, double>(mayMiss, value => value.TotalSeconds)
            : cell == typeof(TimeSpanNanos) ? Values<TimeSpanNanos, double>(mayMiss, value => value.TimeSpan.TotalSeconds)
            : cell == typeof(DateTime) ? Values<DateTime, DateTime>(mayMiss, value => value)
            : cell == typeof(DateTimeNanos) ? Values<DateTimeNanos, DateTime>(mayMiss, value => value.DateTime)
            : cell == typeof(Date) ? Values<Date, DateTime>(mayMiss, value => value.DateTime)
            : cell == typeof(DateOnly) ? Values<DateOnly, DateTime>(mayMiss, value => value.ToDateTime(TimeOnly.MinValue))
            : cell == typeof(Int96) ? Values<Int96, DateTime>(mayMiss, OldMoment)
            : null;
    }

    // Nanoseconds of the day in two words, and the day as astronomers count it.
    private static DateTime OldMoment(Int96 value) =>
        new DateTime(1970, 1, 1).AddDays(value.C - 2_440_588).AddTicks((long)(((ulong)(uint)value.B << 32) | (uint)value.A) / 100);

    private StringDataFrameColumn Texts<T>(Func<T, string?> text)
    {
        var cells = new string?[rows];
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        Each<T>((at, batch) =>
        {
            foreach (T cell in batch)
            {
                // Most texts come again and again.
                string? word = text(cell);
                cells[at++] = word is null ? null : known.TryGetValue(word, out string? same) ? same : known[word] = word;
            }
        });
        return new StringDataFrameColumn(name, cells);
    }

    private DataFrameColumn Values<TIn, TOut>(bool mayMiss, Func<TIn, TOut> convert)
        where TIn : unmanaged
        where TOut : unmanaged
    {
        var values = new TOut[rows];
        var presence = new CellPresence(rows);
        if (mayMiss)
        {
            Each<TIn?>((at, batch) =>
            {
                foreach (TIn? cell in batch)
                {
                    if (cell is { } value)
                    {
                        values[at] = convert(value);
                    }
                    else
                    {
                        presence.Remove(at);
                    }

                    at++;
                }
            });
        }
        else
        {
            Each<TIn>((at, batch) =>
            {
                foreach (TIn cell in batch)
                {
                    values[at++] = convert(cell);
                }
            });
        }

        return presence.ToColumn(name, values);
    }

    private void Each<T>(BatchAction<T> use)
    {
        var batch = new T[Math.Min(Batch, Math.Max(1, rows))];
        int at = 0;
        for (int g = 0; g < file.FileMetaData.NumRowGroups; g++)
        {
            using RowGroupReader group = file.RowGroup(g);
            using LogicalColumnReader<T> column = group.Column(place).LogicalReader<T>();
            while (column.HasNext)
            {
                int read = column.ReadBatch(batch);
                if (read == 0)
                {
                    break;
                }

                use(at, batch.AsSpan(0, read));
                at += read;
            }
        }

        if (at != rows)
        {
            throw new InvalidDataException(FormattableString.Invariant($"the column {name} has {at} of {rows} rows"));
        }
    }

    private delegate void BatchAction<T>(int at, ReadOnlySpan<T> batch);
}
