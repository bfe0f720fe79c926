using System.Globalization;
using global::ParquetSharp;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>Writes Parquet files.</summary>
internal static class ParquetFrameWriter
{
    private const int RowsOfGroup = 1 << 20;

    /// <summary>Writes a frame.</summary>
    public static void Write(DataFrame frame, Stream stream)
    {
        Kind[] kinds = [.. frame.Columns.Select(KindOf)];
        Column[] columns = [.. frame.Columns.Zip(kinds, (column, kind) => kind.ToColumn(column.Name))];
        var remarks = new Dictionary<string, string> { [FrameMeaning.Key] = FrameMeaning.Of(frame).ToJson() };
        using var file = new ParquetFileWriter(
            stream, columns, compression: Compression.Snappy, keyValueMetadata: remarks, leaveOpen: true);
        for (long from = 0; from == 0 || from < frame.Rows.Count; from += RowsOfGroup)
        {
            int count = (int)Math.Min(RowsOfGroup, frame.Rows.Count - from);
            using RowGroupWriter group = file.AppendRowGroup();
            for (int c = 0; c < kinds.Length; c++)
            {
                using ColumnWriter writer = group.NextColumn();
                kinds[c].Write(writer, frame.Columns[c], from, count);
            }
        }

        file.Close();
    }

    private static Kind KindOf(DataFrameColumn column) => column switch
    {
        StringDataFrameColumn => new Kind<string?>(value => (string)value),
        BooleanDataFrameColumn => new Kind<bool?>(value => (bool)value),
        DateTimeDataFrameColumn dates => dates.All(date => date is null || date.Value.TimeOfDay == TimeSpan.Zero)
            ? new Kind<Date?>(value => new Date((DateTime)value))
            : new Kind<DateTime?>(value => (DateTime)value, LogicalType.Timestamp(false, TimeUnit.Micros)),
        Int64DataFrameColumn => new Kind<long?>(value => (long)value),
        Int32DataFrameColumn or Int16DataFrameColumn or SByteDataFrameColumn or ByteDataFrameColumn =>
            new Kind<int?>(value => Convert.ToInt32(value, CultureInfo.InvariantCulture)),
        _ => new Kind<double?>(value => Convert.ToDouble(value, CultureInfo.InvariantCulture)),
    };

    private abstract class Kind
    {
        public abstract Column ToColumn(string name);

        public abstract void Write(ColumnWriter writer, DataFrameColumn column, long from, int count);
    }

    private sealed class Kind<T>(Func<object, T> read, LogicalType? type = null) : Kind
    {
        public override Column ToColumn(string name) => new Column<T>(name, type);

        public override void Write(ColumnWriter writer, DataFrameColumn column, long from, int count)
        {
            var cells = new T?[count];
            for (int row = 0; row < count; row++)
            {
                cells[row] = column[from + row] is { } value ? read(value) : default;
            }

            using LogicalColumnWriter<T> cellWriter = writer.LogicalWriter<T>();
            cellWriter.WriteBatch(cells!);
        }
    }
}
