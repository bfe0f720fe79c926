using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SurvivalKit;

/// <summary>A fit as plain data, to be saved: everything its results and predictions need, without its observations.</summary>
internal sealed record CoxRecord
{
    /// <summary>The format name in the file.</summary>
    public const string FormatName = "SurvivalKit.CoxFit";

    /// <summary>The version of these properties: increased with every change that an older reader cannot read.</summary>
    public const int CurrentVersion = 1;

    public string Format { get; init; } = FormatName;

    public int Version { get; init; } = CurrentVersion;

    public required string Formula { get; init; }

    public required CoxOptions Options { get; init; }

    public required int Observations { get; init; }

    public required int Events { get; init; }

    public required int Omitted { get; init; }

    public required FitStatus Status { get; init; }

    public required string[] AtFault { get; init; }

    public required int Iterations { get; init; }

    public required double NullLogLikelihood { get; init; }

    public required double LogLikelihood { get; init; }

    public required string[] Names { get; init; }

    public required string[] TermOfColumn { get; init; }

    public required double[] Coefficients { get; init; }

    /// <summary>The inverse information, row by row.</summary>
    public required double[][] ModelCovariance { get; init; }

    /// <summary>The robust covariance and tests; null where the fit has none.</summary>
    public required RobustRecord? Robust { get; init; }

    public required double WaldStatistic { get; init; }

    public required double ScoreStatistic { get; init; }

    public required int Rank { get; init; }

    public required double EffectiveDegreesOfFreedom { get; init; }

    public required double Concordance { get; init; }

    public required double ConcordanceError { get; init; }

    /// <summary>The terms of the formula with what they took from the data (levels, knots); null for a fit to columns.</summary>
    public required ModelTermsRecord? Terms { get; init; }

    public required BasisRecord Basis { get; init; }

    /// <summary>The robust covariance and test statistics.</summary>
    internal sealed record RobustRecord(double[][] Covariance, double ScoreStatistic, double WaldStatistic);

    /// <summary>What predictions need: <see cref="CoxBasis"/>.</summary>
    internal sealed record BasisRecord(
        double[] Scale,
        double[] Means,
        double OffsetMean,
        double WeightedOffsetMean,
        ImmutableArray<CoxStratum> Strata,
        double[][] HazardMeans)
    {
        /// <summary>The limit of a likelihood without a maximum; null where it has one.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public LimitRecord? Limit { get; init; }
    }

    /// <summary>How to predict in the limit: <see cref="CoxLimitBasis"/>.</summary>
    internal sealed record LimitRecord(double[] Coefficients, BasisRecord Basis, int[] Parents, double[][] Directions);

    /// <summary>Describes an inconsistency between the lists; null where there is none.</summary>
    public string? Problem()
    {
        int p = Names.Length;
        return ProblemOf(Basis, p, Terms is { StrataNames.Length: > 0 } ? Terms.StrataNames.Length : Basis.Strata.Length)
            ?? (Basis.Limit is { } limit ? ProblemOf(limit, p) : null);
    }

    private string? ProblemOf(LimitRecord limit, int p) =>
        limit.Coefficients.Length != p || Array.Exists(limit.Directions, direction => direction.Length != p)
            || limit.Parents.Length != limit.Basis.Strata.Length
            || Array.Exists(limit.Parents, parent => parent < 0 || parent >= Basis.Strata.Length)
            ? "the lists of its limit differ in length"
            : ProblemOf(limit.Basis, p, limit.Basis.Strata.Length);

    private string? ProblemOf(BasisRecord basis, int p, int strata)
    {
        int eventTimes = basis.Strata.Sum(stratum => stratum.Events.Count(events => events > 0));
        return TermOfColumn.Length != p
            || Coefficients.Length != p
            || basis.Scale.Length != p
            || basis.Means.Length != p
            || basis.HazardMeans.Length != p
            ? "the lists of its coefficients differ in length"
            : !IsSquare(ModelCovariance, p) || (Robust is not null
                && !IsSquare(Robust.Covariance, p)) ? "its covariance has not a row and a column for each coefficient"
            : basis.Strata.IsEmpty || !basis.Strata.All(stratum => stratum.IsWhole(p)) ? "the lists of a stratum differ in length"
            : Array.Exists(
                basis.HazardMeans, means => means.Length != eventTimes) ? "its hazards and the errors of its hazards have different times"
            : basis.Strata.Length != strata ? "its formula and its hazards have different strata"
            : null;
    }

    /// <summary>A matrix row by row.</summary>
    public static double[][] RowsOf(double[,] matrix)
    {
        var rows = new double[matrix.GetLength(0)][];
        for (int j = 0; j < rows.Length; j++)
        {
            rows[j] = new double[matrix.GetLength(1)];
            for (int k = 0; k < rows[j].Length; k++)
            {
                rows[j][k] = matrix[j, k];
            }
        }

        return rows;
    }

    private static bool IsSquare(double[][] matrix, int size) =>
        matrix.Length == size && Array.TrueForAll(matrix, row => row.Length == size);
}
