using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The labels of the variables and levels of a fit: given ones, else those of the data's columns, else their names.</summary>
internal sealed class RegressionLabels(IReadOnlyDictionary<string, string> given, IReadOnlyDictionary<string, string> ofColumns)
{
    private const string Times = " × ";

    /// <summary>The label of a term; of an interaction those of its variables with a sign between them.</summary>
    public string Of(CodedTerm term) => given.TryGetValue(term.Label, out string? label)
        ? label
        : string.Join(Times, term.Variables.Select(Of));

    /// <summary>The label of a level, or of the levels of an interaction.</summary>
    /// <param name="term">The term.</param>
    /// <param name="levels">The place of the level of each of its variables; null for a number.</param>
    /// <param name="coefficient">The name of the coefficient; null for a reference.</param>
    public string Of(CodedTerm term, ImmutableArray<int?> levels, string? coefficient) =>
        coefficient is not null && given.TryGetValue(coefficient, out string? label)
            ? label
            : string.Join(Times, term.Variables.Zip(levels, OfLevel).OfType<string>());

    /// <summary>The names that can label a term.</summary>
    public static ImmutableArray<string> NamesOf(CodedTerm term) =>
        [.. term.Variables.SelectMany(variable => new[] { variable.Name, variable.Column }).Append(term.Label).OfType<string>().Distinct()];

    /// <summary>The names that can label a level, or the levels of an interaction.</summary>
    public static ImmutableArray<string> NamesOf(CodedTerm term, ImmutableArray<int?> levels, string? coefficient) =>
        [.. term.Variables.Zip(levels, NameOf).Append(coefficient).OfType<string>().Distinct()];

    private string Of(CodedTerm.Variable variable)
    {
        if (given.TryGetValue(variable.Name, out string? label)
            || (variable.Column is { } column && (given.TryGetValue(column, out label) || ofColumns.TryGetValue(column, out label))))
        {
            return label;
        }

        return variable.Column ?? variable.Name;
    }

    private string? OfLevel(CodedTerm.Variable variable, int? level) => NameOf(variable, level) is not { } name
        ? null
        : given.TryGetValue(name, out string? label) ? label : variable.Factor!.Levels[level!.Value];

    private static string? NameOf(CodedTerm.Variable variable, int? level) =>
        level is { } place ? variable.Name + variable.Factor!.Levels[place] : null;
}
