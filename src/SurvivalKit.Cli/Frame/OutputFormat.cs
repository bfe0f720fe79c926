namespace SurvivalKit.Cli;

/// <summary>What a report is written as.</summary>
internal enum OutputFormat
{
    Text,
    Json,
    Csv,
    Markdown,
    Html,
    Latex,
}
