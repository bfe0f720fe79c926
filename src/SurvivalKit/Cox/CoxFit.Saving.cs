using System.Text;

namespace SurvivalKit;

/// <content>Saving and loading.</content>
public sealed partial class CoxFit
{
    internal CoxFit(CoxRecord record)
    {
        RobustVariance? robust =
            record.Robust is null ? null : new(Square(record.Robust.Covariance), record.Robust.ScoreStatistic, record.Robust.WaldStatistic);
        var solution = new CoxSolution(
            record.Status, [.. record.AtFault], record.Iterations, record.NullLogLikelihood, record.LogLikelihood, record.Coefficients,
            Square(record.ModelCovariance), record.WaldStatistic, record.ScoreStatistic, record.Rank)
        {
            EffectiveDegreesOfFreedom = record.EffectiveDegreesOfFreedom,
        };
        var concordance = new ConcordanceIndex(record.Concordance, record.ConcordanceError);
        _concordance = new(() => concordance);
        EffectiveDegreesOfFreedom = solution.EffectiveDegreesOfFreedom;
        _modelCovariance = solution.Covariance;
        _covariance = robust?.Covariance ?? solution.Covariance;
        _terms = record.Terms is null ? null : ModelTerms.Learn(record.Terms);
        _termOfColumn = [.. record.TermOfColumn];
        _basis = new(() => BasisOf(record.Basis, record.Coefficients));
        Formula = record.Formula;
        Options = record.Options;
        Observations = record.Observations;
        Events = record.Events;
        Omitted = record.Omitted;
        Status = solution.Status;
        AtFault = solution.AtFault;
        Iterations = solution.Iterations;
        NullLogLikelihood = solution.NullLogLikelihood;
        LogLikelihood = solution.LogLikelihood;
        Terms = CoxTerms.Build([.. record.Names], solution, robust, record.Options.Level);
        (LikelihoodRatio, Wald, Score) =
            CoxTests.Compute(robust is null ? solution : solution with { WaldStatistic = robust.WaldStatistic });
        RobustScore = robust is null ? null : CoxTests.RobustScore(solution, robust);
    }

    /// <summary>The fit as JSON: results, and all that predictions and their standard errors need. The observations are not
    /// saved.</summary>
    /// <remarks>Numbers are restored to the last bit, so that a loaded fit (<see cref="FromJson"/>) gives the same predictions. A loaded
    /// fit throws for what is computed from the observations (residuals, the test of proportional hazards, profile likelihoods, predictions
    /// for the data of the fit).</remarks>
    public string ToJson()
    {
        CoxBasis basis = Basis;
        return CoxJsonText.Write(new CoxRecord
        {
            Formula = Formula,
            Options = Options,
            Observations = Observations,
            Events = Events,
            Omitted = Omitted,
            Status = Status,
            AtFault = [.. AtFault],
            Iterations = Iterations,
            NullLogLikelihood = NullLogLikelihood,
            LogLikelihood = LogLikelihood,
            Names = [.. Terms.Select(term => term.Name)],
            TermOfColumn = [.. _termOfColumn],
            Coefficients = [.. Terms.Select(term => term.Coefficient)],
            ModelCovariance = CoxRecord.RowsOf(_modelCovariance),
            Robust = RobustScore is null ? null : new(CoxRecord.RowsOf(_covariance), RobustScore.Statistic!.Value, Wald.Statistic!.Value),
            WaldStatistic = Wald.Statistic!.Value,
            ScoreStatistic = Score.Statistic!.Value,
            Rank = (int)Wald.DegreesOfFreedom!.Value,
            EffectiveDegreesOfFreedom = EffectiveDegreesOfFreedom,
            Concordance = Concordance.Estimate,
            ConcordanceError = Concordance.StandardError,
            Terms = _terms?.ToRecord(),
            Basis = RecordOf(basis) with
            {
                Limit = basis.Limit is { } limit
                    ? new(limit.Inner.Coefficients, RecordOf(limit.Inner), limit.Parents, [.. limit.Directions])
                    : null,
            },
        });
    }

    /// <summary>Loads a fit from the JSON of <see cref="ToJson"/>.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="SurvivalDataException">The text is no saved fit, is damaged, or is of another version.</exception>
    public static CoxFit FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new CoxFit(CoxJsonText.Read(json, null));
    }

    /// <summary>Saves the fit to a file: <see cref="ToJson"/> in UTF-8.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => File.WriteAllText(path, ToJson(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    /// <summary>Loads a fit from a file of <see cref="Save"/>.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="SurvivalDataException">There is no such file, or it is no saved fit, is damaged, or is
    /// of another version.</exception>
    public static CoxFit Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            return new CoxFit(CoxJsonText.Read(File.ReadAllText(path), path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SurvivalDataException($"{path}: there is no such file; a saved Cox fit was expected.", e);
        }
    }

    private CoxBasis BasisOf(CoxRecord.BasisRecord basis, double[] coefficients) => new(
        coefficients, _covariance, basis.Scale, basis.Means, basis.OffsetMean, basis.WeightedOffsetMean, basis.Strata,
        new Lazy<double[][]>(() => basis.HazardMeans))
    {
        Limit = basis.Limit is { } limit
            ? new CoxLimitBasis(BasisOf(limit.Basis, limit.Coefficients), limit.Parents, basis.Scale, [.. limit.Directions])
            : null,
    };

    private static CoxRecord.BasisRecord RecordOf(CoxBasis basis) =>
        new(basis.Scale, basis.Means, basis.OffsetMean, basis.WeightedOffsetMean, basis.Strata, basis.HazardMeans);

    private static double[,] Square(double[][] rows)
    {
        var matrix = new double[rows.Length, rows.Length];
        for (int j = 0; j < rows.Length; j++)
        {
            for (int k = 0; k < rows.Length; k++)
            {
                matrix[j, k] = rows[j][k];
            }
        }

        return matrix;
    }
}
