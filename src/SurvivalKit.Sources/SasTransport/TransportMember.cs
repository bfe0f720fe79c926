using System.Text;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>A data set of a SAS transport file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Variables">Its variables.</param>
/// <param name="Start">The first byte of its rows.</param>
/// <param name="End">The byte behind them and the blanks that fill their last record.</param>
/// <param name="Told">The number of rows that the header tells; 0: it tells none.</param>
internal sealed record TransportMember(string Name, TransportVariable[] Variables, int Start, int End, long Told)
{
    /// <summary>Its frame.</summary>
    public DataFrame ToFrame(byte[] bytes, string name, DataFileOptions options, DateTime firstDay, Encoding encoding)
    {
        int width = Variables.Sum(variable => variable.Width);
        bool Fits(TransportVariable variable) =>
            variable.Width > 0 && variable.Start >= 0 && variable.Start + (long)variable.Width <= width;
        if (width <= 0 || !Array.TrueForAll(Variables, Fits))
        {
            throw SurvivalDataException.AtFile(name, $"the data set {Name} has no variables that fit its rows; at least one was expected.");
        }

        int rows = Rows(bytes, width, name);
        var values = new CodedValues(options, firstDay);
        foreach (TransportVariable variable in Variables)
        {
            Add(variable, values, encoding, row => bytes.AsMemory(Start + (row * width) + variable.Start, variable.Width), rows);
        }

        return values.ToFrame(name);
    }

    private static void Add(
        TransportVariable variable, CodedValues values, Encoding encoding, Func<int, ReadOnlyMemory<byte>> cell, int rows)
    {
        var column = new CodedColumn(variable.Name, variable.Label, variable.Moment);
        var reasons = new MissingReasons();
        if (variable.IsText)
        {
            var known = new Dictionary<string, string>(StringComparer.Ordinal);
            string?[] texts = new string?[rows];
            for (int row = 0; row < rows; row++)
            {
                string text = ByteInput.Padded(cell(row).Span, encoding);
                texts[row] = known.TryGetValue(text, out string? same) ? same : known[text] = text;
            }

            values.Add(column, texts, reasons);
            return;
        }

        double[] numbers = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            char? missing = IbmNumber.Missing(cell(row).Span);
            numbers[row] = missing is null ? IbmNumber.Read(cell(row).Span) : double.NaN;
            if (missing is not (null or '.'))
            {
                reasons.Add(row, "." + missing);
            }
        }

        values.Add(column, numbers, reasons);
    }

    // The last record is filled with blanks, which may be as many as short rows have.
    private int Rows(byte[] bytes, int width, string name)
    {
        int rows = (End - Start) / width;
        ReadOnlySpan<byte> rest = bytes.AsSpan(Start + (rows * width), End - Start - (rows * width));
        if (rest.IndexOfAnyExcept((byte)' ') >= 0 || rest.Length >= TransportText.Record || (End - Start) % TransportText.Record != 0)
        {
            throw SurvivalDataException.AtFile(name, FormattableString.Invariant($"the file breaks off in row {rows + 1} of {Name}."));
        }

        if (Told > 0)
        {
            return rows >= Told
                ? (int)Told
                : throw SurvivalDataException.AtFile(
                    name, FormattableString.Invariant($"the file breaks off in row {rows + 1} of {Told} of {Name}."));
        }

        int blank = rest.Length;
        while (rows > 0 && blank + width < TransportText.Record
            && bytes.AsSpan(Start + ((rows - 1) * width), width).IndexOfAnyExcept((byte)' ') < 0)
        {
            rows--;
            blank += width;
        }

        return rows;
    }
}
