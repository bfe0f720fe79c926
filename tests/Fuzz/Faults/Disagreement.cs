namespace SurvivalKit.Fuzz;

/// <summary>A disagreement with all that belongs to it.</summary>
internal sealed record Disagreement(Question Question, FuzzSet Set, Answer Ours, Answer Theirs, Difference Difference)
{
    /// <summary>The name of the number, as <c>std.err</c>.</summary>
    public string Key => Difference.Class.Split(' ') is [_, "singular", var of, ..] ? of : Difference.Class.Split(' ')[1];

    /// <summary>This library's numbers of a name.</summary>
    public double[] Our(string key) => Ours.Values.GetValueOrDefault(key, []);

    /// <summary>R's numbers of a name.</summary>
    public double[] Their(string key) => Theirs.Values.GetValueOrDefault(key, []);
}
