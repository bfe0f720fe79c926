using global::ParquetSharp;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>Reads Parquet files.</summary>
internal static class ParquetFrameReader
{
    /// <summary>Reads a frame.</summary>
    /// <param name="stream">The bytes, in which one can go back and forth.</param>
    /// <param name="name">The name of the file in messages.</param>
    public static DataFrame Read(Stream stream, string name) => ForeignReader.Run(name, "Parquet file", () =>
    {
        using var file = new ParquetFileReader(stream, leaveOpen: true);
        FileMetaData about = file.FileMetaData;
        if (about.NumRows > Array.MaxLength)
        {
            throw SurvivalDataException.AtFile(
                name, FormattableString.Invariant($"the file has {about.NumRows} rows; at most {Array.MaxLength} fit a frame."));
        }

        var meaning = FrameMeaning.Parse(about.KeyValueMetadata.GetValueOrDefault(FrameMeaning.Key));
        List<string> notes = [];
        List<DataFrameColumn> columns = [];
        for (int c = 0; c < about.NumColumns; c++)
        {
            ColumnDescriptor descriptor = about.Schema.Column(c);
            string path = descriptor.Path.ToDotString();
            if (descriptor.MaxRepetitionLevel == 0 && descriptor.MaxDefinitionLevel <= 1
                && new ParquetColumn(file, c, path, (int)about.NumRows).Read() is { } column)
            {
                columns.Add(meaning.Restore(column));
            }
            else
            {
                notes.Add($"{path}: a nested or binary column, left out");
            }
        }

        if (columns.Count == 0)
        {
            throw SurvivalDataException.AtFile(name, "the file has no columns of single values; at least one was expected.");
        }

        var frame = new DataFrame(columns);
        SurvivalData.Describe(frame, name, notes, meaning.Labels);
        return frame;
    });
}
