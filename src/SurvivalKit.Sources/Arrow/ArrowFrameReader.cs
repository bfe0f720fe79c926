using Apache.Arrow;
using Apache.Arrow.Compression;
using Apache.Arrow.Ipc;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>Reads Arrow files and streams; the second version of Feather is such a file.</summary>
internal static class ArrowFrameReader
{
    private static ReadOnlySpan<byte> FileMark => "ARROW1"u8;

    private static ReadOnlySpan<byte> FirstFeather => "FEA1"u8;

    /// <summary>Reads a frame.</summary>
    /// <param name="stream">The bytes, in which one can go back and forth.</param>
    /// <param name="name">The name of the file in messages.</param>
    public static DataFrame Read(Stream stream, string name) => ForeignReader.Run(name, "Arrow file", () =>
    {
        byte[] mark = new byte[6];
        int length = stream.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (mark.AsSpan(0, length).StartsWith(FirstFeather))
        {
            throw SurvivalDataException.AtFile(name, "this is a Feather file of version 1; one of version 2 was expected.");
        }

        using ArrowStreamReader reader = mark.AsSpan().SequenceEqual(FileMark)
            ? new ArrowFileReader(stream, null, new CompressionCodecFactory(), leaveOpen: true)
            : new ArrowStreamReader(stream, new CompressionCodecFactory(), leaveOpen: true);
        return Read(reader, name);
    });

    private static DataFrame Read(ArrowStreamReader reader, string name)
    {
        List<RecordBatch> batches = [];
        while (reader.ReadNextRecordBatch() is { } batch)
        {
            batches.Add(batch);
        }

        Schema schema = reader.Schema ?? throw SurvivalDataException.AtFile(name, "the file is no whole Arrow file: it has no schema.");
        var meaning = FrameMeaning.Parse(schema.Metadata?.GetValueOrDefault(FrameMeaning.Key));
        List<string> notes = [];
        List<DataFrameColumn> columns = [];
        for (int c = 0; c < schema.FieldsList.Count; c++)
        {
            Field field = schema.FieldsList[c];
            if (ArrowColumn.Read(field, [.. batches.Select(batch => batch.Column(c))]) is { } column)
            {
                columns.Add(meaning.Restore(column));
            }
            else
            {
                notes.Add($"{field.Name}: a column of the type {field.DataType.Name}, left out");
            }
        }

        batches.ForEach(batch => batch.Dispose());
        if (columns.Count == 0)
        {
            throw SurvivalDataException.AtFile(name, "the file has no columns of single values; at least one was expected.");
        }

        var frame = new DataFrame(columns);
        SurvivalData.Describe(frame, name, notes, meaning.Labels);
        return frame;
    }
}
