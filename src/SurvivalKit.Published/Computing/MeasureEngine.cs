using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>Computes the aspects of a study's rows from a cohort; each row and column once.</summary>
internal sealed class MeasureEngine(Study study, Cohort cohort)
{
    private readonly Dictionary<(StudyRow Row, string Column), Dictionary<string, Measured>> _done = [];
    private readonly RatioMeasures _ratios = new(study, cohort);

    /// <summary>A claim against what the cohort gives for it, or for the claim that it repeats.</summary>
    public ClaimCheck Check(Claim claim)
    {
        Measured measured = Of(claim);
        return ClaimCheck.Compare(claim, measured.Value, measured.How);
    }

    /// <summary>What the cohort gives for a claim, or for the claim that it repeats.</summary>
    public Measured Of(Claim claim)
    {
        if (!claim.Checkable)
        {
            return new(null, claim.Reason);
        }

        Claim source = claim.SameAs is { } id ? study[id] : claim;
        return Of(source.Place, source.Row, source.Column, source.Aspect);
    }

    /// <summary>The cohort's value for an aspect of a row.</summary>
    public Measured Of(string place, string? row, string? column, string aspect)
    {
        if (Measuring(study, place, row, aspect) is not { } found)
        {
            return new(null, "no row measures it");
        }

        string patients = column is null or ColumnNames.P ? ColumnNames.All : column;
        if (!_done.TryGetValue((found, patients), out Dictionary<string, Measured>? aspects))
        {
            _done[(found, patients)] = aspects = Aspects(found, cohort.PatientsOf(patients));
        }

        return aspects[aspect];
    }

    /// <summary>The row that measures an aspect; <see langword="null"/>: none.</summary>
    /// <remarks>A test that the study file names wins over the P that a model brings along.</remarks>
    public static StudyRow? Measuring(Study study, string place, string? row, string aspect) => study.Rows
        .Where(r => r.Place == place && r.Row == row && r.Measure.Aspects.Contains(aspect))
        .OrderByDescending(r => r.Measure is PValueMeasure)
        .FirstOrDefault();

    private Dictionary<string, Measured> Aspects(StudyRow row, ImmutableArray<int> patients)
    {
        StudyMeasure measure = row.Measure;
        try
        {
            return measure switch
            {
                SizeMeasure => CountMeasures.Size(patients),
                CountMeasure count => CountMeasures.Count(cohort, count, patients),
                CountPairMeasure pair => CountMeasures.Pair(cohort, pair, patients),
                AlterationFrequencyMeasure frequency => CountMeasures.Alterations(cohort, frequency, patients),
                MeanSdMeasure mean => NumberMeasures.MeanAndSd(cohort, mean, patients, study.Methods.Readings),
                MedianSdMeasure median => NumberMeasures.MedianAndSd(cohort, median, patients, study.Methods.Readings),
                MeanRangeMeasure mean => NumberMeasures.MeanAndRange(cohort, mean, patients),
                MedianRangeMeasure median => NumberMeasures.MedianAndRange(cohort, median, patients, study.Methods.Readings),
                CoxMeasure cox => _ratios.Of(row, cox),
                PValueMeasure test => TestMeasures.PValue(cohort, test),
                _ => throw new InvalidOperationException($"The measure {measure.Name} has no routine."),
            };
        }
        catch (SurvivalDataException e)
        {
            return measure.Aspects.ToDictionary(aspect => aspect, _ => new Measured(null, e.Message.TrimEnd('.')));
        }
    }
}
