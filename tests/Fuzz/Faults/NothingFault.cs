namespace SurvivalKit.Fuzz;

/// <summary>Quotients of two numbers that are 0 but for rounding, and the error of an index that is not there.</summary>
internal sealed class NothingFault : IFault
{
    public string Name => "0 / 0 up to rounding";

    public bool Explains(Disagreement disagreement) => disagreement.Question.Kind == QuestionKind.Cox && disagreement.Key switch
    {
        // No pair is comparable: R's error of no index is 0.
        "concordance.se" => disagreement.Our("concordance") is [double.NaN] && disagreement.Their("concordance") is [double.NaN],

        // The cases have no influence at all: all at risk have the event at once.
        "robust.score" => disagreement.Their("score") is [< 1e-10],
        "wald" => disagreement.Their("robust.se").Where((robust, place) => robust < 1e-9 * disagreement.Their("se")[place]).Any(),
        _ => false,
    };
}
