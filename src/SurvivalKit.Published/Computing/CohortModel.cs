using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>A Cox model of columns of a cohort: of one that is checked, or of one that is sought, whose values
/// change from fit to fit.</summary>
internal sealed class CohortModel(ImmutableArray<CoxCovariate> covariates, Ties ties)
{
    private readonly CoxOptions _options = new() { Ties = ties };

    public ImmutableArray<CoxCovariate> Covariates => covariates;

    /// <summary>Whether a value of a covariate is missing.</summary>
    public bool HasMissing => covariates.Any(covariate => Array.IndexOf(covariate.Values, null) >= 0);

    /// <summary>Those of the patients who have all covariates.</summary>
    public int[] Complete(IEnumerable<int> patients) =>
        [.. patients.Where(i => covariates.All(covariate => covariate.Values[i] is not null))];

    /// <summary>The columns of the model.</summary>
    /// <param name="patients">The patients, none of them with a missing value; <see langword="null"/>: all.</param>
    public DesignMatrix Design(int[]? patients)
    {
        var columns = new (string, double[])[covariates.Length];
        for (int c = 0; c < columns.Length; c++)
        {
            double?[] values = covariates[c].Values;
            var column = new double[patients?.Length ?? values.Length];
            for (int i = 0; i < column.Length; i++)
            {
                column[i] = values[patients is null ? i : patients[i]]!.Value;
            }

            columns[c] = (covariates[c].Name, column);
        }

        return DesignMatrix.FromColumns(columns);
    }

    public CoxFit Fit(Surv response, DesignMatrix design) => CoxModel.Fit(response, design, _options);

    /// <summary>The place of a measure's term; without a level, that of a category's last.</summary>
    /// <exception cref="SurvivalDataException">The level is the one that others are compared with.</exception>
    public int Term(CoxMeasure measure) =>
        covariates.LastOrDefault(
            covariate => covariate.Column == measure.Term && (measure.Level is null || covariate.Level == measure.Level)) is { } term
            ? covariates.IndexOf(term)
            : throw new SurvivalDataException(
                $"The model has no coefficient \"{measure.Term}{measure.Level}\"; it has {string.Join(", ", covariates.Select(covariate => covariate.Name))}.");

    /// <summary>What the model gives for an aspect of a term; <see langword="null"/>: it gives no estimate.</summary>
    public static double? Figure(CoxFit fit, int term, string aspect) => fit.Status != FitStatus.Converged
        ? null
        : new RatioEstimate(fit.Terms[term].Coefficient, fit.Terms[term].StandardError).Figure(aspect);

    /// <summary>The P of a term by a reading, and the test that gave it.</summary>
    public static (double? P, string Test) TestOf(CoxFit fit, int term, CoxPReading reading) => reading switch
    {
        CoxPReading.Score when fit.Terms.Length == 1 => (fit.Score.P, "score test"),
        CoxPReading.LikelihoodRatio => (fit.LikelihoodRatioTestOf(fit.Terms[term].Name).P, "likelihood-ratio test"),
        _ => (Figure(fit, term, Aspects.P), "Wald test"),
    };
}
