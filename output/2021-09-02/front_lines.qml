<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <temporal enabled="1" mode="2" startField="valid_from" endField="valid_to" limitMode="0" accumulate="0" fixedDuration="0" durationField="" durationUnit="min" startExpression="" endExpression="">
  <fixedRange>
   <start></start>
   <end></end>
  </fixedRange>
 </temporal>
 <renderer-v2 type="RuleRenderer" forceraster="0" symbollevels="0" enableorderby="0" referencescale="-1">
  <rules key="{views}">
   <rule key="{view-0}" filter="&quot;view&quot; = 'assessed'" label="Assessed" checkstate="1">
    <rule key="{view-0-0}" filter="(kind) = 'line'" label="Front line: arcs of each side face the other" symbol="0"/>
    <rule key="{view-0-1}" filter="(kind) = 'contested_edge'" label="Edge of contested ground" symbol="1"/>
    <rule key="{view-0-2}" filter="ELSE" label="other" symbol="2"/>
   </rule>
   <rule key="{view-1}" filter="&quot;view&quot; = 'claimed:nrf'" label="Claimed by or for National Resistance Front" checkstate="0">
    <rule key="{view-1-0}" filter="(kind) = 'line'" label="Front line: arcs of each side face the other" symbol="3"/>
    <rule key="{view-1-1}" filter="(kind) = 'contested_edge'" label="Edge of contested ground" symbol="4"/>
    <rule key="{view-1-2}" filter="ELSE" label="other" symbol="5"/>
   </rule>
   <rule key="{view-2}" filter="&quot;view&quot; = 'claimed:taliban'" label="Claimed by or for Taliban" checkstate="0">
    <rule key="{view-2-0}" filter="(kind) = 'line'" label="Front line: arcs of each side face the other" symbol="6"/>
    <rule key="{view-2-1}" filter="(kind) = 'contested_edge'" label="Edge of contested ground" symbol="7"/>
    <rule key="{view-2-2}" filter="ELSE" label="other" symbol="8"/>
   </rule>
   <rule key="{view-3}" filter="&quot;view&quot; = 'independent'" label="Independent" checkstate="0">
    <rule key="{view-3-0}" filter="(kind) = 'line'" label="Front line: arcs of each side face the other" symbol="9"/>
    <rule key="{view-3-1}" filter="(kind) = 'contested_edge'" label="Edge of contested ground" symbol="10"/>
    <rule key="{view-3-2}" filter="ELSE" label="other" symbol="11"/>
   </rule>
  </rules>
  <symbols>
   <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="255,255,255,200"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="MarkerLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="placement" value="interval"/>
      <Option type="QString" name="interval" value="2.2"/>
      <Option type="QString" name="interval_unit" value="MM"/>
      <Option type="QString" name="rotate" value="1"/>
      <Option type="QString" name="average_angle_length" value="6"/>
      <Option type="QString" name="average_angle_unit" value="MM"/>
      <Option type="QString" name="offset_along_line" value="1.5"/>
      <Option type="QString" name="offset_along_line_unit" value="MM"/>
     </Option>
     <symbol type="marker" name="@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
       <Option type="Map">
        <Option type="QString" name="name" value="half_arc"/>
        <Option type="QString" name="color" value="0,0,0,0"/>
        <Option type="QString" name="outline_color" value="46,125,50,255"/>
        <Option type="QString" name="outline_style" value="solid"/>
        <Option type="QString" name="outline_width" value="0.5"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="size" value="2.2"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="offset" value="0,1.45"/>
        <Option type="QString" name="offset_unit" value="MM"/>
        <Option type="QString" name="angle" value="180"/>
        <Option type="QString" name="cap_style" value="flat"/>
        <Option type="QString" name="joinstyle" value="round"/>
       </Option>
       <data_defined_properties>
        <Option type="Map">
         <Option type="QString" name="name" value=""/>
         <Option type="Map" name="properties">
          <Option type="Map" name="outlineColor">
           <Option type="bool" name="active" value="true"/>
           <Option type="QString" name="expression" value="coalesce(map_get(map('taliban', '#2e7d32', 'nrf', '#1565c0'), &quot;left_party&quot;), '#2e7d32')"/>
           <Option type="int" name="type" value="3"/>
          </Option>
         </Option>
         <Option type="QString" name="type" value="collection"/>
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </layer>
    <layer class="MarkerLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="placement" value="interval"/>
      <Option type="QString" name="interval" value="2.2"/>
      <Option type="QString" name="interval_unit" value="MM"/>
      <Option type="QString" name="rotate" value="1"/>
      <Option type="QString" name="average_angle_length" value="6"/>
      <Option type="QString" name="average_angle_unit" value="MM"/>
      <Option type="QString" name="offset_along_line" value="1.5"/>
      <Option type="QString" name="offset_along_line_unit" value="MM"/>
     </Option>
     <symbol type="marker" name="@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
       <Option type="Map">
        <Option type="QString" name="name" value="half_arc"/>
        <Option type="QString" name="color" value="0,0,0,0"/>
        <Option type="QString" name="outline_color" value="21,101,192,255"/>
        <Option type="QString" name="outline_style" value="solid"/>
        <Option type="QString" name="outline_width" value="0.5"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="size" value="2.2"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="offset" value="0,1.45"/>
        <Option type="QString" name="offset_unit" value="MM"/>
        <Option type="QString" name="angle" value="0"/>
        <Option type="QString" name="cap_style" value="flat"/>
        <Option type="QString" name="joinstyle" value="round"/>
       </Option>
       <data_defined_properties>
        <Option type="Map">
         <Option type="QString" name="name" value=""/>
         <Option type="Map" name="properties">
          <Option type="Map" name="outlineColor">
           <Option type="bool" name="active" value="true"/>
           <Option type="QString" name="expression" value="coalesce(map_get(map('taliban', '#2e7d32', 'nrf', '#1565c0'), if(&quot;left_party&quot; = &quot;party_a&quot;, &quot;party_b&quot;, &quot;party_a&quot;)), '#1565c0')"/>
           <Option type="int" name="type" value="3"/>
          </Option>
         </Option>
         <Option type="QString" name="type" value="collection"/>
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </layer>
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.25"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="line" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.4"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="1"/>
      <Option type="QString" name="customdash" value="1.6;1.2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="line" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.4"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="line" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="255,255,255,200"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="MarkerLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="placement" value="interval"/>
      <Option type="QString" name="interval" value="2.2"/>
      <Option type="QString" name="interval_unit" value="MM"/>
      <Option type="QString" name="rotate" value="1"/>
      <Option type="QString" name="average_angle_length" value="6"/>
      <Option type="QString" name="average_angle_unit" value="MM"/>
      <Option type="QString" name="offset_along_line" value="1.5"/>
      <Option type="QString" name="offset_along_line_unit" value="MM"/>
     </Option>
     <symbol type="marker" name="@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
       <Option type="Map">
        <Option type="QString" name="name" value="half_arc"/>
        <Option type="QString" name="color" value="0,0,0,0"/>
        <Option type="QString" name="outline_color" value="46,125,50,255"/>
        <Option type="QString" name="outline_style" value="solid"/>
        <Option type="QString" name="outline_width" value="0.5"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="size" value="2.2"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="offset" value="0,1.45"/>
        <Option type="QString" name="offset_unit" value="MM"/>
        <Option type="QString" name="angle" value="180"/>
        <Option type="QString" name="cap_style" value="flat"/>
        <Option type="QString" name="joinstyle" value="round"/>
       </Option>
       <data_defined_properties>
        <Option type="Map">
         <Option type="QString" name="name" value=""/>
         <Option type="Map" name="properties">
          <Option type="Map" name="outlineColor">
           <Option type="bool" name="active" value="true"/>
           <Option type="QString" name="expression" value="coalesce(map_get(map('taliban', '#2e7d32', 'nrf', '#1565c0'), &quot;left_party&quot;), '#2e7d32')"/>
           <Option type="int" name="type" value="3"/>
          </Option>
         </Option>
         <Option type="QString" name="type" value="collection"/>
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </layer>
    <layer class="MarkerLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="placement" value="interval"/>
      <Option type="QString" name="interval" value="2.2"/>
      <Option type="QString" name="interval_unit" value="MM"/>
      <Option type="QString" name="rotate" value="1"/>
      <Option type="QString" name="average_angle_length" value="6"/>
      <Option type="QString" name="average_angle_unit" value="MM"/>
      <Option type="QString" name="offset_along_line" value="1.5"/>
      <Option type="QString" name="offset_along_line_unit" value="MM"/>
     </Option>
     <symbol type="marker" name="@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
       <Option type="Map">
        <Option type="QString" name="name" value="half_arc"/>
        <Option type="QString" name="color" value="0,0,0,0"/>
        <Option type="QString" name="outline_color" value="21,101,192,255"/>
        <Option type="QString" name="outline_style" value="solid"/>
        <Option type="QString" name="outline_width" value="0.5"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="size" value="2.2"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="offset" value="0,1.45"/>
        <Option type="QString" name="offset_unit" value="MM"/>
        <Option type="QString" name="angle" value="0"/>
        <Option type="QString" name="cap_style" value="flat"/>
        <Option type="QString" name="joinstyle" value="round"/>
       </Option>
       <data_defined_properties>
        <Option type="Map">
         <Option type="QString" name="name" value=""/>
         <Option type="Map" name="properties">
          <Option type="Map" name="outlineColor">
           <Option type="bool" name="active" value="true"/>
           <Option type="QString" name="expression" value="coalesce(map_get(map('taliban', '#2e7d32', 'nrf', '#1565c0'), if(&quot;left_party&quot; = &quot;party_a&quot;, &quot;party_b&quot;, &quot;party_a&quot;)), '#1565c0')"/>
           <Option type="int" name="type" value="3"/>
          </Option>
         </Option>
         <Option type="QString" name="type" value="collection"/>
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </layer>
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.25"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="line" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.4"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="1"/>
      <Option type="QString" name="customdash" value="1.6;1.2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="line" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.4"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="line" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="255,255,255,200"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="MarkerLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="placement" value="interval"/>
      <Option type="QString" name="interval" value="2.2"/>
      <Option type="QString" name="interval_unit" value="MM"/>
      <Option type="QString" name="rotate" value="1"/>
      <Option type="QString" name="average_angle_length" value="6"/>
      <Option type="QString" name="average_angle_unit" value="MM"/>
      <Option type="QString" name="offset_along_line" value="1.5"/>
      <Option type="QString" name="offset_along_line_unit" value="MM"/>
     </Option>
     <symbol type="marker" name="@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
       <Option type="Map">
        <Option type="QString" name="name" value="half_arc"/>
        <Option type="QString" name="color" value="0,0,0,0"/>
        <Option type="QString" name="outline_color" value="46,125,50,255"/>
        <Option type="QString" name="outline_style" value="solid"/>
        <Option type="QString" name="outline_width" value="0.5"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="size" value="2.2"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="offset" value="0,1.45"/>
        <Option type="QString" name="offset_unit" value="MM"/>
        <Option type="QString" name="angle" value="180"/>
        <Option type="QString" name="cap_style" value="flat"/>
        <Option type="QString" name="joinstyle" value="round"/>
       </Option>
       <data_defined_properties>
        <Option type="Map">
         <Option type="QString" name="name" value=""/>
         <Option type="Map" name="properties">
          <Option type="Map" name="outlineColor">
           <Option type="bool" name="active" value="true"/>
           <Option type="QString" name="expression" value="coalesce(map_get(map('taliban', '#2e7d32', 'nrf', '#1565c0'), &quot;left_party&quot;), '#2e7d32')"/>
           <Option type="int" name="type" value="3"/>
          </Option>
         </Option>
         <Option type="QString" name="type" value="collection"/>
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </layer>
    <layer class="MarkerLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="placement" value="interval"/>
      <Option type="QString" name="interval" value="2.2"/>
      <Option type="QString" name="interval_unit" value="MM"/>
      <Option type="QString" name="rotate" value="1"/>
      <Option type="QString" name="average_angle_length" value="6"/>
      <Option type="QString" name="average_angle_unit" value="MM"/>
      <Option type="QString" name="offset_along_line" value="1.5"/>
      <Option type="QString" name="offset_along_line_unit" value="MM"/>
     </Option>
     <symbol type="marker" name="@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
       <Option type="Map">
        <Option type="QString" name="name" value="half_arc"/>
        <Option type="QString" name="color" value="0,0,0,0"/>
        <Option type="QString" name="outline_color" value="21,101,192,255"/>
        <Option type="QString" name="outline_style" value="solid"/>
        <Option type="QString" name="outline_width" value="0.5"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="size" value="2.2"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="offset" value="0,1.45"/>
        <Option type="QString" name="offset_unit" value="MM"/>
        <Option type="QString" name="angle" value="0"/>
        <Option type="QString" name="cap_style" value="flat"/>
        <Option type="QString" name="joinstyle" value="round"/>
       </Option>
       <data_defined_properties>
        <Option type="Map">
         <Option type="QString" name="name" value=""/>
         <Option type="Map" name="properties">
          <Option type="Map" name="outlineColor">
           <Option type="bool" name="active" value="true"/>
           <Option type="QString" name="expression" value="coalesce(map_get(map('taliban', '#2e7d32', 'nrf', '#1565c0'), if(&quot;left_party&quot; = &quot;party_a&quot;, &quot;party_b&quot;, &quot;party_a&quot;)), '#1565c0')"/>
           <Option type="int" name="type" value="3"/>
          </Option>
         </Option>
         <Option type="QString" name="type" value="collection"/>
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </layer>
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.25"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="line" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.4"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="1"/>
      <Option type="QString" name="customdash" value="1.6;1.2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="line" name="8" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.4"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="line" name="9" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="255,255,255,200"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="MarkerLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="placement" value="interval"/>
      <Option type="QString" name="interval" value="2.2"/>
      <Option type="QString" name="interval_unit" value="MM"/>
      <Option type="QString" name="rotate" value="1"/>
      <Option type="QString" name="average_angle_length" value="6"/>
      <Option type="QString" name="average_angle_unit" value="MM"/>
      <Option type="QString" name="offset_along_line" value="1.5"/>
      <Option type="QString" name="offset_along_line_unit" value="MM"/>
     </Option>
     <symbol type="marker" name="@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
       <Option type="Map">
        <Option type="QString" name="name" value="half_arc"/>
        <Option type="QString" name="color" value="0,0,0,0"/>
        <Option type="QString" name="outline_color" value="46,125,50,255"/>
        <Option type="QString" name="outline_style" value="solid"/>
        <Option type="QString" name="outline_width" value="0.5"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="size" value="2.2"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="offset" value="0,1.45"/>
        <Option type="QString" name="offset_unit" value="MM"/>
        <Option type="QString" name="angle" value="180"/>
        <Option type="QString" name="cap_style" value="flat"/>
        <Option type="QString" name="joinstyle" value="round"/>
       </Option>
       <data_defined_properties>
        <Option type="Map">
         <Option type="QString" name="name" value=""/>
         <Option type="Map" name="properties">
          <Option type="Map" name="outlineColor">
           <Option type="bool" name="active" value="true"/>
           <Option type="QString" name="expression" value="coalesce(map_get(map('taliban', '#2e7d32', 'nrf', '#1565c0'), &quot;left_party&quot;), '#2e7d32')"/>
           <Option type="int" name="type" value="3"/>
          </Option>
         </Option>
         <Option type="QString" name="type" value="collection"/>
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </layer>
    <layer class="MarkerLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="placement" value="interval"/>
      <Option type="QString" name="interval" value="2.2"/>
      <Option type="QString" name="interval_unit" value="MM"/>
      <Option type="QString" name="rotate" value="1"/>
      <Option type="QString" name="average_angle_length" value="6"/>
      <Option type="QString" name="average_angle_unit" value="MM"/>
      <Option type="QString" name="offset_along_line" value="1.5"/>
      <Option type="QString" name="offset_along_line_unit" value="MM"/>
     </Option>
     <symbol type="marker" name="@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
       <Option type="Map">
        <Option type="QString" name="name" value="half_arc"/>
        <Option type="QString" name="color" value="0,0,0,0"/>
        <Option type="QString" name="outline_color" value="21,101,192,255"/>
        <Option type="QString" name="outline_style" value="solid"/>
        <Option type="QString" name="outline_width" value="0.5"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="size" value="2.2"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="offset" value="0,1.45"/>
        <Option type="QString" name="offset_unit" value="MM"/>
        <Option type="QString" name="angle" value="0"/>
        <Option type="QString" name="cap_style" value="flat"/>
        <Option type="QString" name="joinstyle" value="round"/>
       </Option>
       <data_defined_properties>
        <Option type="Map">
         <Option type="QString" name="name" value=""/>
         <Option type="Map" name="properties">
          <Option type="Map" name="outlineColor">
           <Option type="bool" name="active" value="true"/>
           <Option type="QString" name="expression" value="coalesce(map_get(map('taliban', '#2e7d32', 'nrf', '#1565c0'), if(&quot;left_party&quot; = &quot;party_a&quot;, &quot;party_b&quot;, &quot;party_a&quot;)), '#1565c0')"/>
           <Option type="int" name="type" value="3"/>
          </Option>
         </Option>
         <Option type="QString" name="type" value="collection"/>
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </layer>
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.25"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="line" name="10" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.4"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="1"/>
      <Option type="QString" name="customdash" value="1.6;1.2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="line" name="11" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.4"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <previewExpression>&quot;summary&quot;</previewExpression>
 <mapTip>&lt;div style=&quot;width:380px&quot;&gt;&lt;p&gt;[% &quot;summary&quot; %]&lt;/p&gt;&lt;/div&gt;</mapTip>
 <fieldConfiguration/>
 <layerGeometryType>1</layerGeometryType>
</qgis>
