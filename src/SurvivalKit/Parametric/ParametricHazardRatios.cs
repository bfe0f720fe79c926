using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The coefficients of a parametric regression as log hazard ratios: <see cref="ParametricFit.HazardRatios"/>.</summary>
public sealed class ParametricHazardRatios : IResult
{
    private readonly double _level;

    internal ParametricHazardRatios(ImmutableArray<ParametricTerm> terms, double level)
    {
        Terms = terms;
        _level = level;
    }

    /// <summary>A log hazard ratio for each coefficient, with errors by the delta method.</summary>
    public ImmutableArray<ParametricTerm> Terms { get; }

    /// <summary>The hazard ratio of a name.</summary>
    /// <param name="term">The name of the coefficient.</param>
    /// <exception cref="SurvivalDataException">The model has no such coefficient; the message lists those it has.</exception>
    public ParametricTerm this[string term] => Terms.FirstOrDefault(known => known.Name == term)
        ?? throw new SurvivalDataException(
            $"The model has no term \"{term}\"; its terms are {string.Join(", ", Terms.Select(known => known.Name))}.");

    /// <summary>A row for each coefficient.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            "Hazard ratios",
            [
                new("term", TableAlignment.Left),
                .. TableColumns.Numbers("log HR", "se", "z", "P", "HR"),
                .. TableColumns.Limits(_level),
            ],
            Terms.Select(term => ParametricTables.Row(term, hasRatio: true)),
            []),
    ];

    /// <summary>The same columns as those of the fit.</summary>
    public DataFrame ToDataFrame() => ParametricTables.Frame(Terms);

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new() { ["terms"] = Terms.Select(ParametricRecords.OfTerm), ["level"] = _level };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();
}
