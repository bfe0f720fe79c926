namespace SurvivalKit.Documents;

/// <summary>Writes any result as a Word document, beside the formats of <see cref="ResultFormats"/>.</summary>
public static class WordResults
{
    /// <summary>A Word document (.docx) with the tables of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="options">The page, the letters and the captions; <see langword="null"/>: the defaults.</param>
    /// <returns>All bytes of the file.</returns>
    public static byte[] ToWord(this IResult result, WordReportOptions? options = null) =>
        new WordReport("", options).Add(result).ToBytes();
}
