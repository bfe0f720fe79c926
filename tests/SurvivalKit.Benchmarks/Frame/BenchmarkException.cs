namespace SurvivalKit.Benchmarks;

/// <summary>A command that cannot be executed: one sentence for standard error, exit code 1.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
