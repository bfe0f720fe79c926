namespace SurvivalKit.Fuzz;

/// <summary>R drops a column of which the columns before it leave little: a pivot below 1.8e-12, which is a part of 1.3e-6 of the column.
/// What is left is not nothing, and the likelihood has a maximum with the column in it.</summary>
internal sealed class DroppedColumnFault : IFault
{
    // The root of R's toler.chol, with room for its sums.
    private const double LargestDropped = 1e-5;

    public string Name => "a column that is nearly dependent";

    public bool Explains(Disagreement disagreement)
    {
        double[] ours = disagreement.Our("coef");
        double[] theirs = disagreement.Their("coef");
        if (disagreement.Question.Kind != QuestionKind.Cox || ours.Length != theirs.Length)
        {
            return false;
        }

        double[] shares = Recession.Shares(disagreement.Question, disagreement.Set);
        bool differs = false;
        for (int column = 0; column < shares.Length; column++)
        {
            bool isDependent = shares[column] < Recession.Rounding;
            if (isDependent != double.IsNaN(ours[column]))
            {
                return false;
            }

            differs |= !isDependent && double.IsNaN(theirs[column]) && shares[column] < LargestDropped;
        }

        return differs;
    }
}
