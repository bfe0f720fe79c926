namespace SurvivalKit.Published;

/// <summary>A Kaplan-Meier median of all patients or of an arm.</summary>
/// <param name="survival">The draft.</param>
/// <param name="endpoint">The endpoint's place.</param>
/// <param name="arm">The arm; -1: all patients.</param>
/// <param name="reading">Which time is the median.</param>
/// <param name="target">The printed median.</param>
internal sealed class MedianFigure(
    SurvivalDraft survival, int endpoint, int arm, MedianReading reading, FigureTarget target) : SurvivalFigure(endpoint, [target])
{
    private const double Tolerance = 1e-9;

    private readonly double[] _time = new double[survival.Arm.Length];
    private readonly double[] _survival = new double[survival.Arm.Length];
    private readonly int _patients = arm < 0 ? survival.Arm.Length : survival.Arm.Count(own => own == arm);

    // No single time prints so: the curve has to be flat at exactly one half between two of them.
    private readonly bool _isBetween = reading == MedianReading.Midpoint
        && Math.Ceiling(target.Values.Low * survival.Endpoints[endpoint].Unit) > target.Values.High * survival.Endpoints[endpoint].Unit;

    public override int Effort => 1;

    protected override double Compute(Span<double?> values)
    {
        EndpointDraft draft = survival.Endpoints[Endpoint];
        int steps = 0;
        int left = _patients;
        double curve = 1;
        for (int place = 0; place < draft.Order.Length;)
        {
            int time = draft.Times[draft.Order[place]];
            int events = 0;
            int members = 0;
            for (; place < draft.Order.Length && draft.Times[draft.Order[place]] == time; place++)
            {
                int patient = draft.Order[place];
                if (arm < 0 || survival.Arm[patient] == arm)
                {
                    members++;
                    events += draft.Events[patient] ? 1 : 0;
                }
            }

            if (members > 0)
            {
                curve *= 1 - (events / (double)left);
                left -= members;
                (_time[steps], _survival[steps]) = (time / draft.Unit, curve);
                steps++;
            }
        }

        if (_isBetween && steps > 0)
        {
            values[0] = Between(draft.Unit, steps);
            return 0;
        }

        // From units of the last decimal, so that a middle of two times is exact.
        values[0] = CurveMedian.Find(_time.AsSpan(0, steps), _survival.AsSpan(0, steps), reading) is { } median
            ? (double)(decimal)median
            : null;
        return 0;
    }

    // The middle of the flat part nearest to one half, away from what is printed by as many patients as it is from one half.
    private double Between(double unit, int steps)
    {
        int nearest = 0;
        for (int k = 1; k < steps; k++)
        {
            nearest = Math.Abs(_survival[k] - 0.5) < Math.Abs(_survival[nearest] - 0.5) - Tolerance ? k : nearest;
        }

        int next = nearest + 1;
        while (next < steps - 1 && _survival[next] > _survival[nearest] - Tolerance)
        {
            next++;
        }

        double middle = next < steps ? (_time[nearest] + _time[next]) / 2 : _time[nearest];
        double patients = Math.Abs(_survival[nearest] - 0.5) * _patients;
        double away = patients < 1e-6 ? 0 : (0.5 + patients) / unit;
        return middle + (middle < target.Claim.Value ? -away : away);
    }
}
