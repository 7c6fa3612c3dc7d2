<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <temporal enabled="1" mode="2" startField="valid_from" endField="valid_to" limitMode="0" accumulate="0" fixedDuration="0" durationField="" durationUnit="min" startExpression="" endExpression="">
  <fixedRange>
   <start></start>
   <end></end>
  </fixedRange>
 </temporal>
 <renderer-v2 type="RuleRenderer" forceraster="0" symbollevels="0" enableorderby="0" referencescale="-1">
  <rules key="{views}">
   <rule key="{view-0}" filter="&quot;view&quot; = 'assessed'" label="Assessed" checkstate="1">
    <rule key="{view-0-0}" filter="(CASE WHEN &quot;status&quot; = 'held' THEN &quot;party&quot; ELSE &quot;status&quot; END) = 'taliban'" label="Held by Taliban" symbol="0"/>
    <rule key="{view-0-1}" filter="(CASE WHEN &quot;status&quot; = 'held' THEN &quot;party&quot; ELSE &quot;status&quot; END) = 'nrf'" label="Held by National Resistance Front (NRF)" symbol="1"/>
    <rule key="{view-0-2}" filter="(CASE WHEN &quot;status&quot; = 'held' THEN &quot;party&quot; ELSE &quot;status&quot; END) = 'contested'" label="Contested" symbol="2"/>
    <rule key="{view-0-3}" filter="(CASE WHEN &quot;status&quot; = 'held' THEN &quot;party&quot; ELSE &quot;status&quot; END) = 'unknown'" label="Unknown" symbol="3"/>
    <rule key="{view-0-4}" filter="ELSE" label="other" symbol="4"/>
   </rule>
   <rule key="{view-1}" filter="&quot;view&quot; = 'claimed:nrf'" label="Claimed by or for National Resistance Front" checkstate="0">
    <rule key="{view-1-0}" filter="(CASE WHEN &quot;status&quot; = 'held' THEN &quot;party&quot; ELSE &quot;status&quot; END) = 'taliban'" label="Held by Taliban" symbol="5"/>
    <rule key="{view-1-1}" filter="(CASE WHEN &quot;status&quot; = 'held' THEN &quot;party&quot; ELSE &quot;status&quot; END) = 'nrf'" label="Held by National Resistance Front (NRF)" symbol="6"/>
    <rule key="{view-1-2}" filter="(CASE WHEN &quot;status&quot; = 'held' THEN &quot;party&quot; ELSE &quot;status&quot; END) = 'contested'" label="Contested" symbol="7"/>
    <rule key="{view-1-3}" filter="(CASE WHEN &quot;status&quot; = 'held' THEN &quot;party&quot; ELSE &quot;status&quot; END) = 'unknown'" label="Unknown" symbol="8"/>
    <rule key="{view-1-4}" filter="ELSE" label="other" symbol="9"/>
   </rule>
   <rule key="{view-2}" filter="&quot;view&quot; = 'claimed:taliban'" label="Claimed by or for Taliban" checkstate="0">
    <rule key="{view-2-0}" filter="(CASE WHEN &quot;status&quot; = 'held' THEN &quot;party&quot; ELSE &quot;status&quot; END) = 'taliban'" label="Held by Taliban" symbol="10"/>
    <rule key="{view-2-1}" filter="(CASE WHEN &quot;status&quot; = 'held' THEN &quot;party&quot; ELSE &quot;status&quot; END) = 'nrf'" label="Held by National Resistance Front (NRF)" symbol="11"/>
    <rule key="{view-2-2}" filter="(CASE WHEN &quot;status&quot; = 'held' THEN &quot;party&quot; ELSE &quot;status&quot; END) = 'contested'" label="Contested" symbol="12"/>
    <rule key="{view-2-3}" filter="(CASE WHEN &quot;status&quot; = 'held' THEN &quot;party&quot; ELSE &quot;status&quot; END) = 'unknown'" label="Unknown" symbol="13"/>
    <rule key="{view-2-4}" filter="ELSE" label="other" symbol="14"/>
   </rule>
   <rule key="{view-3}" filter="&quot;view&quot; = 'independent'" label="Independent" checkstate="0">
    <rule key="{view-3-0}" filter="(CASE WHEN &quot;status&quot; = 'held' THEN &quot;party&quot; ELSE &quot;status&quot; END) = 'taliban'" label="Held by Taliban" symbol="15"/>
    <rule key="{view-3-1}" filter="(CASE WHEN &quot;status&quot; = 'held' THEN &quot;party&quot; ELSE &quot;status&quot; END) = 'nrf'" label="Held by National Resistance Front (NRF)" symbol="16"/>
    <rule key="{view-3-2}" filter="(CASE WHEN &quot;status&quot; = 'held' THEN &quot;party&quot; ELSE &quot;status&quot; END) = 'contested'" label="Contested" symbol="17"/>
    <rule key="{view-3-3}" filter="(CASE WHEN &quot;status&quot; = 'held' THEN &quot;party&quot; ELSE &quot;status&quot; END) = 'unknown'" label="Unknown" symbol="18"/>
    <rule key="{view-3-4}" filter="ELSE" label="other" symbol="19"/>
   </rule>
  </rules>
  <symbols>
   <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="46,125,50,255"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="2.8"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 0.9, 2.8)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
        <Option type="Map" name="outlineWidth">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 0.1, 0.4)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="21,101,192,255"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="2.8"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 0.9, 2.8)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
        <Option type="Map" name="outlineWidth">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 0.1, 0.4)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="255,176,0,255"/>
      <Option type="QString" name="outline_color" value="32,32,32,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="3.4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 2, 3.4)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="cross2"/>
      <Option type="QString" name="color" value="0,0,0,0"/>
      <Option type="QString" name="outline_color" value="32,32,32,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="1.7"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 1, 1.7)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="255,255,255,255"/>
      <Option type="QString" name="outline_color" value="120,120,120,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="1.8"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="0,0,0,0"/>
      <Option type="QString" name="outline_color" value="32,32,32,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="1.8"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="46,125,50,255"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="2.8"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 0.9, 2.8)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
        <Option type="Map" name="outlineWidth">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 0.1, 0.4)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="21,101,192,255"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="2.8"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 0.9, 2.8)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
        <Option type="Map" name="outlineWidth">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 0.1, 0.4)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="255,176,0,255"/>
      <Option type="QString" name="outline_color" value="32,32,32,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="3.4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 2, 3.4)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="cross2"/>
      <Option type="QString" name="color" value="0,0,0,0"/>
      <Option type="QString" name="outline_color" value="32,32,32,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="1.7"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 1, 1.7)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" name="8" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="255,255,255,255"/>
      <Option type="QString" name="outline_color" value="120,120,120,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="1.8"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" name="9" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="0,0,0,0"/>
      <Option type="QString" name="outline_color" value="32,32,32,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="1.8"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" name="10" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="46,125,50,255"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="2.8"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 0.9, 2.8)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
        <Option type="Map" name="outlineWidth">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 0.1, 0.4)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" name="11" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="21,101,192,255"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="2.8"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 0.9, 2.8)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
        <Option type="Map" name="outlineWidth">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 0.1, 0.4)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" name="12" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="255,176,0,255"/>
      <Option type="QString" name="outline_color" value="32,32,32,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="3.4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 2, 3.4)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="cross2"/>
      <Option type="QString" name="color" value="0,0,0,0"/>
      <Option type="QString" name="outline_color" value="32,32,32,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="1.7"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 1, 1.7)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" name="13" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="255,255,255,255"/>
      <Option type="QString" name="outline_color" value="120,120,120,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="1.8"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" name="14" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="0,0,0,0"/>
      <Option type="QString" name="outline_color" value="32,32,32,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="1.8"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" name="15" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="46,125,50,255"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="2.8"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 0.9, 2.8)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
        <Option type="Map" name="outlineWidth">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 0.1, 0.4)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" name="16" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="21,101,192,255"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="2.8"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 0.9, 2.8)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
        <Option type="Map" name="outlineWidth">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 0.1, 0.4)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" name="17" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="255,176,0,255"/>
      <Option type="QString" name="outline_color" value="32,32,32,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="3.4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 2, 3.4)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="cross2"/>
      <Option type="QString" name="color" value="0,0,0,0"/>
      <Option type="QString" name="outline_color" value="32,32,32,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="1.7"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(coalesce(@map_scale, 0) &gt; 8090000, 1, 1.7)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" name="18" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="255,255,255,255"/>
      <Option type="QString" name="outline_color" value="120,120,120,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="1.8"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" name="19" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="0,0,0,0"/>
      <Option type="QString" name="outline_color" value="32,32,32,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="1.8"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="rule-based">
  <rules key="{labels}">
   <rule key="{label-0}" filter="&quot;status&quot; = 'contested'">
    <settings calloutType="simple">
     <text-style fieldName="concat(&quot;name&quot;, '\n', 'contested')" isExpression="1" fontFamily="Sans Serif" fontSize="9.5" fontSizeUnit="Point" textColor="32,32,32,255" textOpacity="1" fontWeight="75" fontItalic="0" multilineHeight="0.9">
      <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferNoFill="1" bufferJoinStyle="128"/>
     </text-style>
     <text-format wrapChar="" autoWrapLength="0" multilineAlign="0"/>
     <placement placement="6" dist="1.4" distUnits="MM" priority="10" offsetType="1" predefinedPositionOrder="R,TR,BR,L,TL,BL,TSR,BSR"/>
     <rendering scaleVisibility="0" obstacle="1" obstacleFactor="1" drawLabels="1"/>
    </settings>
   </rule>
   <rule key="{label-1}" filter="&quot;status&quot; = 'held'" scalemaxdenom="3370000" scalemindenom="0">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Sans Serif" fontSize="8.5" fontSizeUnit="Point" textColor="32,32,32,255" textOpacity="1" fontWeight="75" fontItalic="0" multilineHeight="0.9">
      <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferNoFill="1" bufferJoinStyle="128"/>
     </text-style>
     <text-format wrapChar="" autoWrapLength="0" multilineAlign="0"/>
     <placement placement="6" dist="1.0" distUnits="MM" priority="8" offsetType="1" predefinedPositionOrder="R,TR,BR,L,TL,BL,TSR,BSR"/>
     <rendering scaleVisibility="0" obstacle="1" obstacleFactor="1" drawLabels="1"/>
     <dd_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="Priority">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE WHEN &quot;feature_code&quot; IN ('PPLC', 'PPLA') THEN 10 WHEN &quot;feature_code&quot; = 'PPLA2' THEN 9 WHEN &quot;feature_code&quot; IN ('PASS', 'GRGE') THEN 8 ELSE 7 END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </dd_properties>
    </settings>
   </rule>
   <rule key="{label-2}" filter="&quot;status&quot; = 'held' AND (&quot;feature_code&quot; IN ('PPLC', 'PPLA', 'PPLA2') OR substr(md5(&quot;place_id&quot;), 1, 3) &lt;= 'fff')" scalemaxdenom="0" scalemindenom="3370000">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Sans Serif" fontSize="7.0" fontSizeUnit="Point" textColor="32,32,32,255" textOpacity="1" fontWeight="50" fontItalic="0" multilineHeight="0.9">
      <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferNoFill="1" bufferJoinStyle="128"/>
     </text-style>
     <text-format wrapChar="" autoWrapLength="0" multilineAlign="0"/>
     <placement placement="6" dist="0.6" distUnits="MM" priority="4" offsetType="1" predefinedPositionOrder="R,TR,BR,L,TL,BL,TSR,BSR"/>
     <rendering scaleVisibility="0" obstacle="0" obstacleFactor="1" drawLabels="1"/>
     <dd_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="Priority">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE WHEN &quot;feature_code&quot; IN ('PPLC', 'PPLA') THEN 10 WHEN &quot;feature_code&quot; = 'PPLA2' THEN 9 WHEN &quot;feature_code&quot; IN ('PASS', 'GRGE') THEN 8 ELSE 7 END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </dd_properties>
    </settings>
   </rule>
   <rule key="{label-3}" filter="&quot;status&quot; = 'unknown'" scalemaxdenom="250000" scalemindenom="0">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Sans Serif" fontSize="7.5" fontSizeUnit="Point" textColor="90,90,90,255" textOpacity="1" fontWeight="50" fontItalic="0" multilineHeight="0.9">
      <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferNoFill="1" bufferJoinStyle="128"/>
     </text-style>
     <text-format wrapChar="" autoWrapLength="0" multilineAlign="0"/>
     <placement placement="6" dist="0.5" distUnits="MM" priority="3" offsetType="1" predefinedPositionOrder="R,TR,BR,L,TL,BL,TSR,BSR"/>
     <rendering scaleVisibility="0" obstacle="1" obstacleFactor="1" drawLabels="1"/>
    </settings>
   </rule>
  </rules>
 </labeling>
 <previewExpression>&quot;name&quot;</previewExpression>
 <mapTip>&lt;div style=&quot;width:380px&quot;&gt;&lt;b&gt;[% &quot;name&quot; %]&lt;/b&gt;&lt;p&gt;[% &quot;summary&quot; %]&lt;/p&gt;&lt;/div&gt;</mapTip>
 <fieldConfiguration/>
 <layerGeometryType>0</layerGeometryType>
</qgis>
