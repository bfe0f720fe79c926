using System.Text;

namespace SurvivalKit.Figures;

/// <summary>Writes a chain of lines as SVG path data: absolute, horizontal and vertical runs as <c>H</c> and <c>V</c>.</summary>
internal static class SvgPath
{
    /// <summary>Appends the chain to <paramref name="data"/>.</summary>
    public static void Append(StringBuilder data, Chain chain)
    {
        string x = "", y = "";
        for (int i = 0; i < chain.Points.Length; i++)
        {
            string nextX = Numbers.Coordinate(chain.Points[i].X), nextY = Numbers.Coordinate(chain.Points[i].Y);
            if (i == 0)
            {
                data.Append('M').Append(nextX).Append(' ').Append(nextY);
            }
            else if (nextX != x && nextY != y)
            {
                data.Append('L').Append(nextX).Append(' ').Append(nextY);
            }
            else if (nextX != x)
            {
                data.Append('H').Append(nextX);
            }
            else if (nextY != y)
            {
                data.Append('V').Append(nextY);
            }

            (x, y) = (nextX, nextY);
        }

        if (chain.Closed)
        {
            data.Append('Z');
        }
    }
}
