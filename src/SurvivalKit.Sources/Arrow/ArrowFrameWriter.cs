using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>Writes Arrow files, which are Feather files of the second version too.</summary>
internal static class ArrowFrameWriter
{
    /// <summary>Writes a frame.</summary>
    public static void Write(DataFrame frame, Stream stream)
    {
        (Field Field, IArrowArray Cells)[] columns = [.. frame.Columns.Select(Column)];
        var schema = new Schema(
            columns.Select(column => column.Field),
            new Dictionary<string, string> { [FrameMeaning.Key] = FrameMeaning.Of(frame).ToJson() });
        using var batch = new RecordBatch(schema, columns.Select(column => column.Cells), (int)frame.Rows.Count);
        using var writer = new ArrowFileWriter(stream, schema, leaveOpen: true);
        writer.WriteRecordBatch(batch);
        writer.WriteEnd();
    }

    private static (Field, IArrowArray) Column(DataFrameColumn column)
    {
        IArrowArray cells = column switch
        {
            FactorColumn factor => Factor(factor),
            StringDataFrameColumn texts => Texts(texts),
            BooleanDataFrameColumn truths => Plain(new BooleanArray.Builder(), truths),
            DateTimeDataFrameColumn dates => Dates(dates),
            Int32DataFrameColumn whole => Plain(new Int32Array.Builder(), whole),
            Int64DataFrameColumn wide => Plain(new Int64Array.Builder(), wide),
            _ => Numbers(column),
        };
        return (new Field(column.Name, cells.Data.DataType, nullable: true), cells);
    }

    private static DictionaryArray Factor(FactorColumn factor)
    {
        var codes = factor.Levels.Index().ToDictionary(level => level.Item, level => level.Index, StringComparer.Ordinal);
        var indices = new Int32Array.Builder();
        foreach (string? value in factor)
        {
            _ = value is null ? indices.AppendNull() : indices.Append(codes[value]);
        }

        var levels = new StringArray.Builder();
        levels.AppendRange(factor.Levels);
        return new DictionaryArray(new DictionaryType(Int32Type.Default, StringType.Default, false), indices.Build(), levels.Build());
    }

    private static StringArray Texts(StringDataFrameColumn column)
    {
        var cells = new StringArray.Builder();
        foreach (string? value in column)
        {
            _ = value is null ? cells.AppendNull() : cells.Append(value);
        }

        return cells.Build();
    }

    // Dates without a time are dates in other programs too.
    private static IArrowArray Dates(DateTimeDataFrameColumn column)
    {
        if (column.All(date => date is null || date.Value.TimeOfDay == TimeSpan.Zero))
        {
            var days = new Date32Array.Builder();
            foreach (DateTime? date in column)
            {
                _ = date is null ? days.AppendNull() : days.Append(date.Value);
            }

            return days.Build();
        }

        var moments = new TimestampArray.Builder(new TimestampType(TimeUnit.Microsecond, (string?)null));
        foreach (DateTime? date in column)
        {
            _ = date is null
                ? moments.AppendNull()
                : moments.Append(new DateTimeOffset(DateTime.SpecifyKind(date.Value, DateTimeKind.Utc)));
        }

        return moments.Build();
    }

    private static DoubleArray Numbers(DataFrameColumn column)
    {
        var cells = new DoubleArray.Builder();
        for (long row = 0; row < column.Length; row++)
        {
            _ = column[row] is { } value ? cells.Append(Convert.ToDouble(value, null)) : cells.AppendNull();
        }

        return cells.Build();
    }

    private static TArray Plain<T, TArray, TBuilder>(
        IArrowArrayBuilder<T, TArray, TBuilder> cells, PrimitiveDataFrameColumn<T> column)
        where T : unmanaged
        where TArray : IArrowArray
        where TBuilder : IArrowArrayBuilder<TArray>
    {
        foreach (T? value in column)
        {
            _ = value is null ? cells.AppendNull() : cells.Append(value.Value);
        }

        return cells.Build(null);
    }
}
