using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Rows that are too many, or too far away, to be held: a place that sums them up, such as a database.</summary>
internal interface ISummedRows
{
    /// <summary>The names of the columns.</summary>
    ImmutableArray<string> Names { get; }

    /// <summary>The term that each column belongs to.</summary>
    ImmutableArray<string> Terms { get; }

    /// <summary>What is subtracted from each column before it is used.</summary>
    double[] Centre { get; }

    /// <summary>By what each column is divided then.</summary>
    double[] Scale { get; }

    /// <summary>R's <c>means</c>: 0 for a column of -1, 0 and 1 only, the mean for others.</summary>
    double[] Means { get; }

    /// <summary>The unweighted and the weighted mean of the offsets; risks are relative to the weighted one.</summary>
    (double Plain, double Weighted) OffsetMeans { get; }

    /// <summary>The strata in order.</summary>
    ImmutableArray<SummedStratum> Strata { get; }

    /// <summary>The risks: one pass over the rows.</summary>
    /// <param name="coefficients">The coefficients of the centred and scaled columns.</param>
    /// <returns>Ranges of time, the last first, each with its times of every stratum; mostly one range with all. Where they are too many to
    /// be held, each enumeration is a pass.</returns>
    IEnumerable<ImmutableArray<SummedRisks>> At(double[] coefficients);

    /// <summary>Whether the events of every time have the largest value of their risk set in a direction, so that the likelihood rises for
    /// ever along it.</summary>
    /// <param name="direction">The direction, for the centred and scaled columns.</param>
    bool IsMonotone(ReadOnlySpan<double> direction);

    /// <summary>The weighted score residuals of the rows, added up by cluster: one pass over the rows.</summary>
    /// <param name="coefficients">The coefficients of the centred and scaled columns.</param>
    /// <param name="steps">The functions of time of each stratum.</param>
    /// <returns>Their sum, the sum of their squares and products (lower triangle), and the sum of the squared weights.</returns>
    (double[] Sums, double[,] Squares, double WeightSquares) Scores(
        ReadOnlySpan<double> coefficients, ImmutableArray<SummedSteps> steps);
}
