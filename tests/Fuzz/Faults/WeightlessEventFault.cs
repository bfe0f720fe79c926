namespace SurvivalKit.Fuzz;

/// <summary>A time whose events have weight 0: the sum of Fleming and Harrington over no event is 0; R has 0 / 0 there, and not a number
/// from
/// then on.</summary>
internal sealed class WeightlessEventFault : IFault
{
    public string Name => "events of weight 0";

    public bool Explains(Disagreement disagreement)
    {
        double[] ours = disagreement.Our(disagreement.Key);
        double[] theirs = disagreement.Their(disagreement.Key);
        if (disagreement.Question is not { Kind: QuestionKind.KaplanMeier, HazardMethod: HazardMethod.FlemingHarrington, Weights: not null }
            || disagreement.Key is not ("cumhaz" or "std.chaz") || ours.Length != theirs.Length)
        {
            return false;
        }

        int from = 0;
        foreach (double length in disagreement.Our("groups"))
        {
            int first = Array.FindIndex(theirs, from, (int)length, double.IsNaN);
            bool isSum = first < 0
                || (disagreement.Our("n.event")[first] == 0 && ours[first] == (first == from ? 0 : ours[first - 1]));
            if (!isSum)
            {
                return false;
            }

            from += (int)length;
        }

        return true;
    }
}
