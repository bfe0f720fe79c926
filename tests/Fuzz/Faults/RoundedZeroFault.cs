namespace SurvivalKit.Fuzz;

/// <summary>Where all who are at risk have the event the survival is 0. R's weights at risk are a difference of sums, which rounding
/// keeps from
/// the weight of the events: a survival of 1e-17 is left, with limits, and with what follows from them.</summary>
internal sealed class RoundedZeroFault : IFault
{
    public string Name => "a survival of 0 up to rounding";

    public bool Explains(Disagreement disagreement)
    {
        double[] ours = disagreement.Our("surv");
        double[] theirs = disagreement.Their("surv");
        if (disagreement.Question.Kind != QuestionKind.KaplanMeier || ours.Length == 0 || ours.Length != theirs.Length)
        {
            return false;
        }

        double[] left = disagreement.Our(disagreement.Key);
        double[] right = disagreement.Their(disagreement.Key);
        double[] groups = disagreement.Our("groups");
        double[] scale = Scales.Of(disagreement.Key, disagreement.Theirs);
        bool found = false;
        int from = 0;
        for (int g = 0; g < groups.Length; from += (int)groups[g++])
        {
            int zero = Array.FindIndex(ours, from, (int)groups[g], s => s == 0);
            bool isRounded = zero >= 0 && theirs[zero] is not 0 and < 1e-10 and > -1e-10 && AllAtRiskHaveTheEvent(disagreement, zero);
            isRounded |= disagreement.Key == "rmean.se" && LeavesARest(disagreement, from, (int)groups[g]);
            int parts = left.Length / groups.Length;
            (int First, int Count) part = left.Length == ours.Length ? (from, (int)groups[g]) : (g * parts, parts);
            for (int i = part.First; i < part.First + part.Count; i++)
            {
                bool differs = !left[i].Equals(right[i])
                    && !(Math.Abs(left[i] - right[i]) <= 1e-6 * Math.Max(scale[0], Math.Max(Math.Abs(left[i]), Math.Abs(right[i]))));
                if (differs && !(isRounded && (left.Length != ours.Length || i >= zero)))
                {
                    return false;
                }

                found |= differs;
            }
        }

        return found;
    }

    // The sum for a restricted mean divides by what is left of the weight at risk, unless that is 0.
    private static bool LeavesARest(Disagreement disagreement, int from, int count) => Enumerable.Range(from, count).Any(place =>
        disagreement.Our("n.risk")[place] == disagreement.Our("n.event")[place]
        && disagreement.Their("n.risk")[place] != disagreement.Their("n.event")[place]
        && Math.Abs(disagreement.Their("n.risk")[place] - disagreement.Our("n.risk")[place]) <= 1e-10 * disagreement.Our("n.risk")[place]);

    // By our own table, of which R's agrees to rounding.
    private static bool AllAtRiskHaveTheEvent(Disagreement disagreement, int place) =>
        Math.Abs(disagreement.Our("n.risk")[place] - disagreement.Our("n.event")[place]) <= 1e-12 * disagreement.Our("n.risk")[place];
}
