using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>Reads SPSS's system files: .sav and .zsav.</summary>
/// <remarks>Source: the description of the format in the developers' manual of GNU PSPP, "System File Format".</remarks>
internal static class SpssFile
{
    /// <summary>The number that stands for a missing one.</summary>
    public const double SystemMissing = -double.MaxValue;

    private static readonly DateTime FirstDay = new(1582, 10, 14);

    /// <summary>Reads a frame.</summary>
    public static DataFrame Read(Stream stream, string name, DataFileOptions options)
    {
        var input = new ByteInput(stream, name);
        SpssHeader header = SpssHeader.Read(input);
        var dictionary = SpssDictionary.Read(input, options.Text.Encoding);
        long rows = dictionary.Rows is > 0 and long known ? known : header.Rows;
        var columns = dictionary.Variables.ConvertAll(variable => new SpssColumn(variable, dictionary.Encoding, options.DeclaredMissing));
        if (columns.Count == 0)
        {
            throw SurvivalDataException.AtFile(name, "the file has no variables; at least one was expected.");
        }

        int row = 0;
        input.Where = () => rows >= 0
            ? FormattableString.Invariant($"in row {row + 1} of {rows}")
            : FormattableString.Invariant($"in row {row + 1}");
        ByteInput data = header.Compression < 2 ? input : new ByteInput(new SpssBlocks(input), name)
        {
            IsBigEndian = input.IsBigEndian,
            Where = input.Where,
        };
        var cells = new SpssCells(data, header);
        while ((rows < 0 || row < rows) && ReadRow(columns, cells, data))
        {
            row++;
        }

        if (row < rows)
        {
            throw data.Broken();
        }

        var values = new CodedValues(options, FirstDay);
        columns.ForEach(column => column.AddTo(values));
        return values.ToFrame(name);
    }

    private static bool ReadRow(List<SpssColumn> columns, SpssCells cells, ByteInput data)
    {
        foreach (SpssColumn column in columns)
        {
            for (int cell = 0; cell < column.Cells; cell++)
            {
                if (cells.TryNext(out ReadOnlySpan<byte> bytes))
                {
                    column.Append(bytes, data.IsBigEndian);
                }
                else if (column == columns[0] && cell == 0)
                {
                    return false;
                }
                else
                {
                    throw data.Broken();
                }
            }
        }

        return true;
    }
}
