namespace SurvivalKit.Cli;

/// <summary>One variable of a merge on the command line: <c>[NAME=][FILE]:TIME[:VALUE]</c>.</summary>
/// <param name="Name">The new column: the value's or the time's name where it is not given.</param>
/// <param name="File">The file; empty: DATA itself.</param>
/// <param name="Time">The column of times, or an expression.</param>
/// <param name="Value">The column of values, or an expression; null: none.</param>
internal sealed record MergeSource(string Name, string File, string Time, string? Value)
{
    /// <summary>Reads the text of an option.</summary>
    /// <exception cref="CommandException">It is not of this form.</exception>
    public static MergeSource Read(string option, string text)
    {
        string[] parts = text.Split(':');

        // A drive's letter, as in C:\labs.csv:day:bili.
        int named = parts[0].IndexOf('=', StringComparison.Ordinal);
        if (parts.Length > 2 && parts[0].Length - named - 1 == 1 && parts[1].StartsWith('\\'))
        {
            parts = [parts[0] + ":" + parts[1], .. parts[2..]];
        }

        if (parts.Length is not (2 or 3) || parts[1..].Any(part => part.Trim().Length == 0) || named == 0)
        {
            throw new CommandException(
                $"{option} {text}: [NAME=]FILE:TIME[:VALUE] was expected, as in bili=labs.csv:day:bilirubin; without FILE it is DATA.");
        }

        string? value = parts.Length == 3 ? parts[2].Trim() : null;
        string time = parts[1].Trim();
        return named < 0
            ? new MergeSource(value ?? time, parts[0], time, value)
            : new MergeSource(parts[0][..named].Trim(), parts[0][(named + 1)..], time, value);
    }
}
