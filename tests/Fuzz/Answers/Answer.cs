namespace SurvivalKit.Fuzz;

/// <summary>The answer to a question: numbers by name, or the reason why there is none.</summary>
internal sealed record Answer
{
    /// <summary>The numbers by name; names without numbers are not there.</summary>
    public IReadOnlyDictionary<string, double[]> Values { get; init; } = new Dictionary<string, double[]>();

    /// <summary>The sentence of a refusal; <see langword="null"/> where there is an answer.</summary>
    public string? Refusal { get; init; }

    /// <summary>Whether the refusal is an exception that is not the library's own.</summary>
    public bool IsFailure { get; init; }
}
