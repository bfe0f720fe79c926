namespace SurvivalKit.Benchmarks;

/// <summary>The format of the table.</summary>
internal enum PeerFormat
{
    Text,
    Json,
    Markdown,
}
