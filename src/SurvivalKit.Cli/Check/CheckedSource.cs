namespace SurvivalKit.Cli;

/// <summary>A text that was read and checked.</summary>
/// <param name="Name">Its file as it was given; <see langword="null"/>: the text itself was given.</param>
/// <param name="Text">The checked text.</param>
/// <param name="Cautions">What of the file could not be read, in sentences.</param>
internal sealed record CheckedSource(string? Name, CheckedText Text, IReadOnlyList<string> Cautions)
{
    /// <summary>The findings of all, text by text.</summary>
    public static TextFindings Findings(IEnumerable<CheckedSource> sources) => new(sources.SelectMany(
        source => source.Text.Findings.Select(finding => finding with { File = source.Name })));
}
