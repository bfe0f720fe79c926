namespace SurvivalKit.Benchmarks;

/// <summary>R could not do what it was asked for.</summary>
internal sealed class RException(string message) : Exception(message);
