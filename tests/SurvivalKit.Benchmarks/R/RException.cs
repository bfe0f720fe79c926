namespace SurvivalKit.Benchmarks;

/// <summary>R could not execute a request.</summary>
internal sealed class RException(string message) : Exception(message);
