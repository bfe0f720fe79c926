namespace SurvivalKit.Figures;

/// <summary>A row of a forest plot.</summary>
public sealed record ForestRow
{
    /// <summary>The label at the left.</summary>
    public required string Label { get; init; }

    /// <summary>The kind of the row. Default: <see cref="ForestRowKind.Estimate"/>.</summary>
    public ForestRowKind Kind { get; init; } = ForestRowKind.Estimate;

    /// <summary>The indent level of the label: 0, 1, 2 ... Default: 0.</summary>
    public int Indent { get; init; }

    /// <summary>Number of patients; null where it is not printed.</summary>
    public double? Count { get; init; }

    /// <summary>Number of events; null where it is not printed.</summary>
    public double? Events { get; init; }

    /// <summary>One estimate for each panel (univariate, multivariate ...); null where a panel has none for this row.</summary>
    public IReadOnlyList<ForestEstimate?> Estimates { get; init; } = [];

    /// <summary>P value of all coefficients of the row's variable together, one for each panel, printed in the column of P; NaN where it is
    /// not estimable, null where there is none. Default: none.</summary>
    public IReadOnlyList<double?> JointP { get; init; } = [];

    /// <summary>P value of an interaction, printed at a heading. Default: none.</summary>
    public double? InteractionP { get; init; }

    /// <summary>A heading.</summary>
    /// <param name="label">The text of the heading.</param>
    public static ForestRow Heading(string label) => new() { Label = label, Kind = ForestRowKind.Heading };

    /// <summary>A reference level, indented by one level.</summary>
    /// <param name="label">The level.</param>
    /// <param name="count">Number of patients.</param>
    /// <param name="events">Number of events.</param>
    public static ForestRow Reference(string label, double? count = null, double? events = null) =>
        new() { Label = label, Kind = ForestRowKind.Reference, Indent = 1, Count = count, Events = events };

    /// <summary>A row with one estimate.</summary>
    /// <param name="label">The label of the estimate.</param>
    /// <param name="ratio">The ratio.</param>
    /// <param name="lower">Lower end of its interval.</param>
    /// <param name="upper">Upper end of its interval.</param>
    /// <param name="p">P value.</param>
    /// <param name="indent">The indent level of the label.</param>
    public static ForestRow FromRatio(string label, double ratio, double lower, double upper, double? p = null, int indent = 0) =>
        new() { Label = label, Indent = indent, Estimates = [new ForestEstimate(ratio, lower, upper, p)] };

    /// <summary>A row with one hazard ratio for each panel.</summary>
    /// <param name="label">The label of the estimate.</param>
    /// <param name="terms">Coefficients of Cox models, one for each panel; null where a model does not have it.</param>
    public static ForestRow FromTerms(string label, params IReadOnlyList<CoxTerm?> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return new() { Label = label, Estimates = [.. terms.Select(t => t is null ? null : ForestEstimate.From(t))] };
    }

    /// <summary>A summary row with one estimate.</summary>
    /// <param name="label">The label of the summary.</param>
    /// <param name="ratio">The ratio.</param>
    /// <param name="lower">Lower end of its interval.</param>
    /// <param name="upper">Upper end of its interval.</param>
    /// <param name="p">P value.</param>
    public static ForestRow Summary(string label, double ratio, double lower, double upper, double? p = null) =>
        new() { Label = label, Kind = ForestRowKind.Summary, Estimates = [new ForestEstimate(ratio, lower, upper, p)] };
}
