namespace SurvivalKit.Figures;

/// <summary>The script of an interactive chart.</summary>
internal static class ChartScript
{
    /// <summary>The event by which <see cref="PlotlyScript.Element"/> says that plotly.js is there.</summary>
    public const string Loaded = "survivalkit-plotly";

    // The figure's own element is looked up by its id, and all elements with that id are handled, since a page may show a chart twice.
    // Dark colours replace light ones in the JSON text, so that one copy of the data is used for both.
    private const string Source = """
        (function(id){
        function dark(tones){var t=document.documentElement.getAttribute('data-theme');
        return tones.length>0&&(t?t==='dark':!!window.matchMedia&&matchMedia('(prefers-color-scheme: dark)').matches);}
        function draw(host){
        var raw=host.querySelector('script[type="application/json"]').textContent,tones=JSON.parse(raw).tones;
        if(dark(tones)){var map={};tones.forEach(function(t){map[t[0]]=t[1];});
        raw=raw.replace(/#[0-9A-F]{6}/g,function(c){return map[c]||c;});}
        var chart=JSON.parse(raw),place=host.querySelector('.survivalkit-live');
        if(!place){place=document.createElement('div');place.className='survivalkit-live';place.style.height=chart.height+'px';host.insertBefore(place,host.firstChild);}
        Plotly.react(place,chart.data,chart.layout,chart.config).then(function(){host.querySelector('.survivalkit-still').style.display='none';});}
        function all(){if(!window.Plotly)return;Array.prototype.forEach.call(document.querySelectorAll('[id="'+id+'"]'),draw);}
        if(document.readyState==='loading')document.addEventListener('DOMContentLoaded',all);else all();
        window.addEventListener('load',function(){if(!document.querySelector('[id="'+id+'"] .survivalkit-live'))all();});
        window.addEventListener('survivalkit-plotly',all);
        if(window.matchMedia)matchMedia('(prefers-color-scheme: dark)').addEventListener('change',all);
        new MutationObserver(all).observe(document.documentElement,{attributes:true,attributeFilter:['data-theme']});
        })
        """;

    /// <summary>The script for a chart's element.</summary>
    public static string Start(string id) => $"{Source.ReplaceLineEndings("\n")}('{id}');";
}
