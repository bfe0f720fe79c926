using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>New data coded like the data of a fit; the complete rows.</summary>
/// <param name="Design">The same columns as in the fit.</param>
/// <param name="Offset">The offset of each row; empty where the formula has none.</param>
/// <param name="Strata">The place of each row's stratum in <see cref="ModelTerms.StrataNames"/>; empty where there are none, or they were
/// not requested.</param>
/// <param name="Response">The response of each row, where requested.</param>
/// <param name="Rows">The rows of the new data that are complete, counted from 0.</param>
/// <param name="Omitted">The number of rows left out because a value that is needed is missing.</param>
internal sealed record CodedData(DesignMatrix Design, double[] Offset, int[] Strata, Surv? Response, ImmutableArray<int> Rows, int Omitted);
