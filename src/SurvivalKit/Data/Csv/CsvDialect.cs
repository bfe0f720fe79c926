namespace SurvivalKit;

/// <summary>How a delimited text is written.</summary>
/// <param name="Separator">The letter between two fields.</param>
/// <param name="DecimalComma">Whether numbers have a decimal comma.</param>
/// <param name="HasDecimalPoint">Whether numbers of the first rows have a decimal point.</param>
/// <param name="Start">The place of the header line, after a line <c>sep=;</c>.</param>
internal readonly record struct CsvDialect(byte Separator, bool DecimalComma, bool HasDecimalPoint, int Start)
{
    /// <summary>A separator in words.</summary>
    public static string WordOf(byte separator) => separator switch
    {
        (byte)',' => "commas",
        (byte)';' => "semicolons",
        (byte)'\t' => "tabs",
        (byte)'|' => "vertical bars",
        (byte)' ' => "spaces",
        _ => $"the sign \"{(char)separator}\"",
    };

    /// <summary>The separator that the ending of a name promises; none where it has no ending.</summary>
    public static byte? Promised(string name)
    {
        string plain = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return Path.GetExtension(plain).ToUpperInvariant() switch
        {
            ".TSV" or ".TAB" => (byte)'\t',
            ".CSV" => (byte)',',
            _ => null,
        };
    }
}
