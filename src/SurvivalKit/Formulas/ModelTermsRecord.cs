using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SurvivalKit;

/// <summary><see cref="ModelTerms"/> as plain data, for System.Text.Json. Numbers are restored to the last bit.</summary>
/// <param name="Formula">The formula as it was given.</param>
/// <param name="DotColumns">The columns of the fit's data, where the formula has a <c>.</c>; else empty.</param>
/// <param name="Factors">The coding of each categorical variable, by its text in the formula.</param>
/// <param name="StrataNames">The names of the strata in order; empty where there are none.</param>
/// <param name="InnerLevels">The levels of factors inside expressions that depend on their order, by the factor's text.</param>
/// <param name="Bases">The fitted constants of splines and polynomials, by the term's text.</param>
/// <param name="Numbers">The fitted numbers of expressions, such as the mean of <c>scale(x)</c>; null in fits that were saved before there
/// were any.</param>
internal sealed record ModelTermsRecord(
    string Formula,
    ImmutableArray<string> DotColumns,
    Dictionary<string, FactorCoding> Factors,
    ImmutableArray<string> StrataNames,
    Dictionary<string, ImmutableArray<string>> InnerLevels,
    Dictionary<string, TermBasis> Bases,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Dictionary<string, FittedNumbers>? Numbers = null);
