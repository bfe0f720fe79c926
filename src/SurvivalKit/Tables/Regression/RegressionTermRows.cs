using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The rows of one term of one fit, each with its one cell.</summary>
internal sealed class RegressionTermRows(
    CoxFit fit,
    CodedTerm term,
    ImmutableArray<int> columns,
    RegressionLabels labels,
    RegressionCounts? counts,
    RegressionOptions options)
{
    private ImmutableArray<int?> NoLevels => [.. term.Variables.Select(_ => (int?)null)];

    public IEnumerable<RegressionRow> All()
    {
        if (term.Variables.Any(variable => !variable.IsReadable))
        {
            return [Whole(RegressionRowKind.Joint, labels.Of(term), Tested(Counted(new(), NoLevels, -1)))];
        }

        ImmutableArray<ImmutableArray<int?>> levels = LevelsOfColumns();
        bool hasLevels = term.Variables.Any(variable => variable.Factor is not null);
        bool isVariable = term.Variables.Length == 1;
        if (!hasLevels)
        {
            return [Whole(RegressionRowKind.Coefficient, labels.Of(term), Estimated(levels[0], columns[0]))];
        }

        if (columns.Length == 1 && !isVariable)
        {
            string label = $"{labels.Of(term)}: {labels.Of(term, levels[0], fit.Terms[columns[0]].Name)}";
            return [Whole(RegressionRowKind.Coefficient, label, Estimated(levels[0], columns[0]))];
        }

        RegressionRow heading = Whole(RegressionRowKind.Heading, labels.Of(term), Tested(new()));
        IEnumerable<RegressionRow> compared =
            levels.Zip(columns, (level, column) => Level(level, fit.Terms[column].Name, Estimated(level, column)));
        return isVariable ? [heading, .. WithReference(compared)] : [heading, .. compared];
    }

    private IEnumerable<RegressionRow> WithReference(IEnumerable<RegressionRow> compared)
    {
        FactorCoding factor = term.Variables[0].Factor!;
        RegressionRow reference =
            Level([factor.Reference], null, Counted(new RegressionCell { IsReference = true }, [factor.Reference], -1));
        return [.. compared.Take(factor.Reference), reference, .. compared.Skip(factor.Reference)];
    }

    private RegressionRow Whole(RegressionRowKind kind, string label, RegressionCell cell) =>
        new(kind, term.Label, null, label, [cell]) { Names = RegressionLabels.NamesOf(term) };

    private RegressionRow Level(ImmutableArray<int?> levels, string? coefficient, RegressionCell cell) => new(
        RegressionRowKind.Level,
        term.Label,
        string.Join(", ", term.Variables.Zip(levels).Where(pair => pair.Second is not null)
            .Select(pair => pair.First.Factor!.Levels[pair.Second!.Value])),
        labels.Of(term, levels, coefficient),
        [cell])
    {
        Names = RegressionLabels.NamesOf(term, levels, coefficient),
    };

    private RegressionCell Estimated(ImmutableArray<int?> levels, int column)
    {
        CoxTerm coefficient = fit.Terms[column];
        var cell = new RegressionCell
        {
            Term = coefficient,
            IsEstimable = RegressionRows.IsEstimate(coefficient),
            Spread = counts?.SpreadOf(term, column),
        };

        // The ratio of an interaction is one of hazard ratios, which no confounder is measured against.
        if (options.EValues && cell.IsEstimable && term.Variables.Length == 1)
        {
            bool isCommon = IsCommon(fit);
            cell = cell with
            {
                EValue = EValue.Of(coefficient.HazardRatio, isCommon),
                EValueOfLimit = EValue.OfLimit(coefficient.Lower, coefficient.Upper, isCommon),
            };
        }

        return Counted(cell, levels, column);
    }

    /// <summary>Whether the outcome of a fit is not rare.</summary>
    public static bool IsCommon(CoxFit fit) => fit.Events > EValue.CommonFrom * (fit.Subjects ?? fit.Observations);

    private RegressionCell Counted(RegressionCell cell, ImmutableArray<int?> levels, int column)
    {
        (int? count, int? events) = counts?.At(term, levels, column) ?? (null, null);
        return cell with { Count = count, Events = events };
    }

    // The test of all coefficients; a joint row of one coefficient has nothing else to show.
    private RegressionCell Tested(RegressionCell cell)
    {
        bool isJoint = term.Variables.Any(variable => !variable.IsReadable);
        if (options.Global == RegressionTest.None || (columns.Length < 2 && !isJoint))
        {
            return cell;
        }

        bool isInfinite = columns.Any(column => double.IsPositiveInfinity(fit.Terms[column].StandardError));
        if (columns.All(column => !fit.Terms[column].IsEstimable) || (isInfinite && options.Global == RegressionTest.Wald))
        {
            return cell with { IsEstimable = false };
        }

        return cell with
        {
            Test = options.Global == RegressionTest.Wald ? fit.WaldTestOf(term.Label) : fit.LikelihoodRatioTestOf(term.Label),
        };
    }

    // Over the columns the first variable varies fastest.
    private ImmutableArray<ImmutableArray<int?>> LevelsOfColumns() => term.Variables.Aggregate(
        (ImmutableArray<ImmutableArray<int?>>)[[]],
        (earlier, variable) => [.. variable.LevelsOfColumns.SelectMany(level => earlier.Select(levels => levels.Add(level)))]);
}
