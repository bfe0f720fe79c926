namespace SurvivalKit.Fuzz;

/// <summary>R has the hazard at covariates of 0 from the one at their means, times a number that may overflow: 0 times infinity where
/// there was
/// no event yet. A hazard that is 0 at one place is 0 at all.</summary>
internal sealed class BaselineFault : IFault
{
    public string Name => "a baseline of 0 times infinity";

    public bool Explains(Disagreement disagreement)
    {
        double[] ours = disagreement.Our("baseline");
        double[] theirs = disagreement.Their("baseline");
        double[] survival = disagreement.Their("curve.surv");
        return disagreement.Key == "baseline" && ours.Length == theirs.Length && survival.Length == ours.Length
            && ours.Select((hazard, place) =>
                !double.IsNaN(theirs[place]) || (hazard == 0 && survival[place] == 1)).All(isProved => isProved);
    }
}
