namespace SurvivalKit.Benchmarks;

/// <summary>What the table is written as.</summary>
internal enum PeerFormat
{
    Text,
    Json,
    Markdown,
}
