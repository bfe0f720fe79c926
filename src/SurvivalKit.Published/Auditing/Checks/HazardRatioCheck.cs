namespace SurvivalKit.Published;

/// <summary>Hazard ratios, their intervals and their P values against each other, and the interval's width against the
/// number of patients.</summary>
internal sealed class HazardRatioCheck : IAuditCheck
{
    public IEnumerable<AuditFinding> Try(AuditIndex index) =>
        from pair in index.RowsOf<CoxMeasure>()
        from column in index.Columns.Append(null)
        let ratio = index.Cell(pair.Row, column, Aspects.HazardRatio)
        let lower = index.Cell(pair.Row, column, Aspects.Lower)
        let upper = index.Cell(pair.Row, column, Aspects.Upper)
        where ratio is not null || lower is not null || upper is not null
        let p = index.Cell(pair.Row, column, Aspects.P) ?? index.Cell(pair.Row, ColumnNames.P, Aspects.P)
        from finding in Compare(ratio, lower, upper, p, Context(index, pair.Row, pair.Measure))
        select finding;

    private static IEnumerable<AuditFinding> Compare(Claim? ratio, Claim? lower, Claim? upper, Claim? p, HazardRatioContext context)
    {
        HazardRatioResult result = HazardRatioArithmetic.Check(
            ratio?.Number(),
            lower is null || upper is null ? null : new PrintedInterval(lower.Number(), upper.Number()),
            p is null ? null : PrintedPValue.FromNumber(p.Number(), p.Relation),
            context);
        string events = result.LeastEvents is { } least && least < int.MaxValue && context.ComparesTwoGroups
            ? FormattableString.Invariant(
                $" An interval of this width needs at least {least} events; the study has {context.Patients} patients.")
            : "";
        (Claim? Claim, Judgement? Result, string More)[] all =
        [
            (ratio, result.Ratio, events), (lower, result.Lower, ""), (upper, result.Upper, ""), (p, result.P, "")
        ];
        return all.Where(one => one is { Claim: not null, Result: not null }).Select(one => Finding(one.Claim!, one.Result!, one.More));
    }

    private static AuditFinding Finding(Claim claim, Judgement result, string more) =>
        new(claim, AuditCheck.HazardRatio, result.Verdict == Verdict.Inconsistent ? result : result with
        {
            Sentence = result.Sentence + more
        });

    private static HazardRatioContext Context(AuditIndex index, StudyRow row, CoxMeasure measure)
    {
        Study study = index.Study;

        // A level of several has its own indicator: with the other levels also in the model, its standard error is no smaller.
        StudyArm? arm = measure.Term != study.ArmColumn ? null
            : measure.Level is { } level ? study.Arms.FirstOrDefault(one => one.Name == level)
            : study.Arms.Length == 2 ? study.Arms[0]
            : null;

        // For a single covariate some programs print a score or likelihood-ratio P, which the interval bounds; with other covariates it
        // bounds only Wald's.
        bool isLogRank = index.RowsOf<PValueMeasure>()
            .Any(pair => pair.Row.Place == row.Place && pair.Row.Row == row.Row && pair.Measure.Test == TestKind.LogRank);
        return new()
        {
            Test = isLogRank ? TestKind.LogRank : measure.Covariates.Length > 1 ? TestKind.Wald : null,
            Adjusted = measure.Covariates.Length > 1,
            TwoGroups = study.Variable(measure.Term).Kind is VariableKind.Indicator or VariableKind.Category,
            Patients = study.N,
            FirstGroup = arm?.N,
            SecondGroup = study.N - arm?.N,
        };
    }
}
