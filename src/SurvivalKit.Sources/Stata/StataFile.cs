using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>Reads Stata's data files (.dta) of the formats 113 to 119: Stata 8 to 18.</summary>
/// <remarks>Source: StataCorp's description of the formats, <c>help dta</c>.</remarks>
internal static class StataFile
{
    private static readonly DateTime FirstDay = new(1960, 1, 1);

    /// <summary>Reads a frame.</summary>
    public static DataFrame Read(Stream stream, string name, DataFileOptions options)
    {
        var input = new ByteInput(stream, name);
        StataHeader header = StataHeader.Read(input, options.Text.Encoding);
        StataColumn[] columns = Array.ConvertAll(header.Variables, variable => new StataColumn(variable, header));
        int row = 0;
        input.Where = () => FormattableString.Invariant($"in row {row + 1} of {header.Rows}");
        for (; row < header.Rows; row++)
        {
            foreach (StataColumn column in columns)
            {
                column.Read(input);
            }
        }

        var longTexts = new StataLongTexts();
        if (header.Layout.HasMarks)
        {
            longTexts = StataLongTexts.Read(input, header.Layout, header.Encoding);
        }

        StataLabels labels = StataLabels.Read(input, header);
        var values = new CodedValues(options, FirstDay);
        foreach (StataColumn column in columns)
        {
            column.AddTo(values, longTexts, labels);
        }

        return values.ToFrame(name);
    }
}
